import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { resnet18 } from "../test/networks/resnet18.ts";

const cli = join(import.meta.dirname, "../bin/modelgauge.js");

/** Runs `modelgauge analyze` as a process of its own, and answers its peak memory in bytes. */
function analyze(file: string): number {
  const report = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const run = spawnSync(process.execPath, ["--import", preload, cli, "analyze", file, "--reporter", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect(run.status).toBe(0);
  return Number(run.stderr.trim().split(/\s/).at(-1)) * 1024;
}

it("time and memory do not grow with the weights", async ({ bench }) => {
  const folder = mkdtempSync(join(tmpdir(), "modelgauge-bench-"));
  try {
    const inside = join(folder, "inside.onnx");
    const absent = join(folder, "absent.onnx");
    writeFileSync(inside, resnet18({ weights: "inside", width: 1.5 }));
    writeFileSync(absent, resnet18({ weights: "absent", width: 1.5 }));
    const options = { iterations: 15, warmupIterations: 2, time: 0, warmupTime: 0 };
    const results = await bench.compare(
      bench("weights inside", () => void analyze(inside)),
      bench("weights absent", () => void analyze(absent)),
      options,
    );
    const ratio = results.get("weights inside").latency.p50 / results.get("weights absent").latency.p50;
    const memory = analyze(inside) / analyze(absent);
    const megabytes = (file: string): string => `${(statSync(file).size / 1e6).toFixed(1)} MB`;
    console.log(`${megabytes(inside)} against ${megabytes(absent)}: median time × ${ratio.toFixed(3)}, peak memory × ${memory.toFixed(3)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
