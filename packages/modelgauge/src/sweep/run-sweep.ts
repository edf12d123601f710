import { extname } from "node:path";
import type { Gauge } from "@modelgauge/host";
import type { GaugeSources } from "../load-gauge.ts";
import { RunAnswers } from "./answer-runs.ts";
import type { SweepLine } from "./sweep-line.ts";
import type { Shard, SweepPlan, SweepRun } from "./sweep-plan.ts";
import type { SweepTask } from "./sweep-worker.ts";

/** Runs that a worker is handed at once. */
const CHUNK = 16;

/** How a sweep is run. */
export interface SweepSettings {
  readonly gauge: Gauge;
  /** Where workers get their gauges from. */
  readonly sources: GaugeSources;
  readonly shard?: Shard | undefined;
  /** Threads; 1: this one alone. */
  readonly workers: number;
}

/** Answers the runs of a sweep, in their order, whatever the number of workers. */
export async function* runSweep(plan: SweepPlan, { gauge, sources, shard, workers }: SweepSettings): AsyncGenerator<SweepLine> {
  const whole = { id: plan.id, count: plan.count };
  if (workers <= 1) {
    const answers = new RunAnswers(gauge, whole);
    for (const run of plan.runs(shard)) yield await answers.answer(run);
    return;
  }
  const { Tinypool } = await import("tinypool");
  const worker = new URL(`sweep-worker${extname(import.meta.url)}`, import.meta.url);
  const pool = new Tinypool({ filename: worker.href, runtime: "worker_threads", minThreads: workers, maxThreads: workers });
  const waiting: Promise<readonly SweepLine[]>[] = [];
  try {
    for (const runs of chunks(plan.runs(shard))) {
      const task: SweepTask = { sources, whole, runs };
      const answer = pool.run(task, { name: "answerTask" }) as Promise<readonly SweepLine[]>;
      answer.catch(() => {}); // it is awaited in its turn, which comes after others have failed, or never
      waiting.push(answer);
      if (waiting.length > 2 * workers) yield* await waiting.shift()!;
    }
    for (const lines of waiting) yield* await lines;
  } finally {
    await pool.destroy();
  }
}

/** Runs in a row, a model's together: each of them is opened once for all of them. */
function* chunks(runs: Iterable<SweepRun>): Generator<readonly SweepRun[]> {
  let chunk: SweepRun[] = [];
  for (const run of runs) {
    if (chunk.length === CHUNK || (chunk.length > 0 && chunk[0]!.path !== run.path)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(run);
  }
  if (chunk.length > 0) yield chunk;
}
