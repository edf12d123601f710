import { type GaugeSources, loadGauge } from "../load-gauge.ts";
import { RunAnswers, type WholeSweep } from "./answer-runs.ts";
import type { SweepLine } from "./sweep-line.ts";
import type { SweepRun } from "./sweep-plan.ts";

/** Runs that a worker answers. */
export interface SweepTask {
  readonly sources: GaugeSources;
  readonly whole: WholeSweep;
  readonly runs: readonly SweepRun[];
}

let answers: Promise<RunAnswers> | undefined;

/** What a worker of a sweep does; it serves one sweep. */
export async function answerTask({ sources, whole, runs }: SweepTask): Promise<readonly SweepLine[]> {
  answers ??= loadGauge(sources).then((gauge) => new RunAnswers(gauge, whole));
  const lines: SweepLine[] = [];
  for (const run of runs) lines.push(await (await answers).answer(run));
  return lines;
}
