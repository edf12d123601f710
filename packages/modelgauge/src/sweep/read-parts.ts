import { readFile } from "node:fs/promises";
import { ModelGaugeError } from "@modelgauge/core";
import type { SweepLine } from "./sweep-line.ts";

/** A line as it stands in a part, and what it says. */
export interface PartLine {
  readonly text: string;
  readonly line: SweepLine;
}

/** How many missing runs a message names. */
const NAMED = 5;

/**
 * The lines of a sweep's parts in the order of their runs.
 *
 * @throws ModelGaugeError `invalid-sweep`, naming file and line: what is no line of a sweep, parts of different sweeps, runs that differ from
 *   part to part, runs that are missing; `file-not-found`
 */
export async function readParts(files: readonly string[]): Promise<readonly PartLine[]> {
  const found = new Map<number, PartLine>();
  let count: number | undefined;
  for (const file of files) {
    for (const [index, text] of (await readText(file)).split("\n").entries()) {
      if (text.trim() === "") continue;
      const place = `${file}:${index + 1}`;
      const line = parseLine(text, place);
      count ??= line.of;
      if (line.of !== count) throw invalid(`${place}: a part of a sweep of ${line.of} runs, not of ${count}`);
      const before = found.get(line.run);
      if (before !== undefined && before.text !== text) throw invalid(`${place}: run ${line.run} differs from that of another part`);
      found.set(line.run, { text, line });
    }
  }
  const missing = Array.from({ length: count ?? 0 }, (_, run) => run).filter((run) => !found.has(run));
  if (missing.length > 0) {
    const named = missing.slice(0, NAMED).join(", ") + (missing.length > NAMED ? ", …" : "");
    throw invalid(`the parts lack ${missing.length} of ${count} runs: ${named}`);
  }
  return [...found.values()].toSorted((a, b) => a.line.run - b.line.run);
}

function parseLine(text: string, place: string): SweepLine {
  let line: Partial<SweepLine>;
  try {
    line = JSON.parse(text) as Partial<SweepLine>;
  } catch (cause) {
    throw invalid(`${place}: no JSON: ${(cause as Error).message}`);
  }
  const isRun =
    Number.isSafeInteger(line?.run) && Number.isSafeInteger(line.of) && line.run! >= 0 && line.run! < line.of! && line.of! <= 1e7;
  if (!isRun || typeof line.model !== "string") throw invalid(`${place}: no line of a sweep`);
  return line as SweepLine;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ModelGaugeError({
      code: code === "ENOENT" ? "file-not-found" : "unreadable",
      message: `${file}: ${code === "ENOENT" ? "no such file" : `cannot be read (${code})`}`,
      cause,
    });
  }
}

function invalid(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "invalid-sweep", message });
}
