import { open } from "node:fs/promises";
import { defineHardwareProfile, type HardwareProfile, ModelGaugeError, profileProblem } from "@modelgauge/core";
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { readingProblem } from "./reading-problem.ts";

/** The most bytes that a profile may have: the largest that ship have a hundredth of it. */
const LIMIT = 2 ** 20;

/**
 * Reads a hardware profile: JSON, with comments and trailing commas if need be.
 *
 * @throws ModelGaugeError `unreadable-profile`, or `invalid-profile` with file, line and column in front
 */
export async function readProfile(file: string): Promise<HardwareProfile> {
  const text = await readText(file);
  const fail = (offset: number, message: string, hint?: string): ModelGaugeError =>
    new ModelGaugeError({ code: "invalid-profile", message: `${file}:${placeIn(text, offset)}: ${message}`, ...(hint && { hint }) });
  if (text.trim() === "") throw fail(0, "the file is empty");
  const errors: ParseError[] = [];
  const root = parse(file, text, errors);
  const [error] = errors;
  if (error !== undefined || root === undefined)
    throw fail(error?.offset ?? 0, error === undefined ? "no value" : wordsOf(printParseErrorCode(error.error)));
  const data: unknown = getNodeValue(root);
  const problem = profileProblem(data);
  if (problem !== undefined) throw fail(findNodeAtLocation(root, [...problem.path])?.offset ?? root.offset, problem.message, problem.hint);
  return defineHardwareProfile(data);
}

function parse(file: string, text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (cause) {
    throw new ModelGaugeError({ code: "unreadable-profile", message: `${file}: nests too deep for a profile`, cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size > LIMIT)
      throw new ModelGaugeError({ code: "unreadable-profile", message: `${file}: ${size} bytes are too many for a profile` });
    return (await handle.readFile("utf8")).replace(/^\uFEFF/, "");
  } catch (cause) {
    if (cause instanceof ModelGaugeError) throw cause;
    const message = `${file}: ${readingProblem(cause as NodeJS.ErrnoException)}`;
    throw new ModelGaugeError({ code: "unreadable-profile", message, cause });
  }
}

/** Line and column, from 1: `12:15`. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

/** `CommaExpected` as `comma expected`. */
function wordsOf(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
}
