import { readFile } from "node:fs/promises";
import { ModelGaugeError } from "@modelgauge/core";
import { z } from "zod";
import { readingCode, readingProblem } from "../reading-problem.ts";
import type { SweepLine } from "./sweep-line.ts";
import { MOST_RUNS } from "./sweep-plan.ts";

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
  let whole: Pick<SweepLine, "sweep" | "of"> | undefined;
  for (const file of files) {
    for (const [index, text] of (await readText(file)).split("\n").entries()) {
      if (text.trim() === "") continue;
      const place = `${file}:${index + 1}`;
      const line = parseLine(text, place);
      whole ??= line;
      if (line.sweep !== whole.sweep || line.of !== whole.of) throw invalid(`${place}: a part of another sweep`);
      const before = found.get(line.run);
      if (before !== undefined && before.text !== text) throw invalid(`${place}: run ${line.run} differs from that of another part`);
      found.set(line.run, { text, line });
    }
  }
  const count = whole?.of ?? 0;
  const missing = Array.from({ length: count }, (_, run) => run).filter((run) => !found.has(run));
  if (missing.length > 0) {
    const named = missing.slice(0, NAMED).join(", ") + (missing.length > NAMED ? ", …" : "");
    throw invalid(`the parts lack ${missing.length} of ${count} runs: ${named}`);
  }
  return [...found.values()].toSorted((a, b) => a.line.run - b.line.run);
}

const figures = z.record(
  z.string(),
  z.record(z.string(), z.looseObject({ value: z.number().nullable(), unit: z.string(), status: z.string() })),
);

const types = { weights: z.string().exactOptional(), activations: z.string().exactOptional() };

/** What is read of a line; the rest is handed on as it is. */
const lineSchema = z.looseObject({
  sweep: z.string(),
  run: z.int().min(0),
  of: z.int().min(1).max(MOST_RUNS),
  model: z.string(),
  dims: z.record(z.string(), z.number()),
  precision: z.strictObject({ ...types, layers: z.array(z.strictObject({ pattern: z.string(), ...types })).exactOptional() }),
  device: z.string().nullable(),
  totals: figures.exactOptional(),
  hardware: figures.exactOptional(),
  error: z.looseObject({ code: z.string(), message: z.string() }).exactOptional(),
});

function parseLine(text: string, place: string): SweepLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch (cause) {
    throw invalid(`${place}: no JSON: ${(cause as Error).message}`);
  }
  const { success, data, error } = lineSchema.safeParse(line);
  if (success && data.run < data.of) return data as unknown as SweepLine;
  const path = error?.issues[0]?.path.join(".") ?? "run";
  throw invalid(`${place}: no line of a sweep${path === "" ? "" : `: "${path}" is missing or wrong`}`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const failure = cause as NodeJS.ErrnoException;
    throw new ModelGaugeError({ code: readingCode(failure), message: `${file}: ${readingProblem(failure)}`, cause });
  }
}

function invalid(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "invalid-sweep", message });
}
