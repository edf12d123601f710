import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { resnet18 } from "../test/networks/resnet18.ts";

const cli = join(import.meta.dirname, "../bin/modelgauge.js");

/** What one run took, of a process of its own. */
interface Run {
  readonly seconds: number;
  readonly bytes: number;
}

function analyze(file: string): Run {
  const report = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const start = performance.now();
  const run = spawnSync(process.execPath, ["--import", preload, cli, "analyze", file, "--reporter", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const seconds = (performance.now() - start) / 1000;
  expect(run.status).toBe(0);
  return { seconds, bytes: Number(run.stderr.trim().split(/\s/).at(-1)) * 1024 };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** The two are run in turn, so that a machine whose speed drifts slows both. */
it("time and memory do not grow with the weights", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "modelgauge-bench-"));
  try {
    const inside = join(folder, "inside.onnx");
    const absent = join(folder, "absent.onnx");
    writeFileSync(inside, resnet18({ weights: "inside", width: 1.5 }));
    writeFileSync(absent, resnet18({ weights: "absent", width: 1.5 }));
    const rounds = Array.from({ length: 21 }, () => ({ inside: analyze(inside), absent: analyze(absent) })).slice(1);
    const time = median(rounds.map((round) => round.inside.seconds / round.absent.seconds));
    const memory = median(rounds.map((round) => round.inside.bytes / round.absent.bytes));
    const seconds = median(rounds.map((round) => round.inside.seconds));
    console.log(
      `${(statSync(inside).size / 1e6).toFixed(1)} MB of weights inside against none, ${rounds.length} pairs of processes: ` +
        `median ratio of times ${time.toFixed(3)}, of peak memory ${memory.toFixed(3)}; with weights ${seconds.toFixed(2)} s`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
