import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { type Outcome, runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { tinyNetwork } from "../../test/tiny-network.ts";

const folder = temporaryFolder({
  "tiny.onnx": tinyNetwork(),
  "strange.onnx": tinyNetwork({ operator: "com.acme::Mystery" }),
  "broken.onnx": tinyNetwork().subarray(0, 40),
});
const model = join(folder, "tiny.onnx");

type Answer = Report & { readonly id: unknown; readonly error?: { readonly code: string; readonly message: string } };

async function answers(jobs: readonly unknown[], ...options: string[]): Promise<Outcome & { readonly answers: Answer[] }> {
  const text = jobs.map((job) => `${typeof job === "string" ? job : JSON.stringify(job)}\n`);
  const outcome = await runCli(["batch", "-", ...options], text);
  return {
    ...outcome,
    answers: outcome.stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Answer),
  };
}

async function errorOf(job: unknown): Promise<unknown> {
  const { answers: found } = await answers([job]);
  expect(found).toHaveLength(1);
  return { id: found[0]!.id, ...found[0]!.error };
}

describe("modelgauge batch", () => {
  it("answers in the order of the jobs, with each job's id", async () => {
    const jobs = [4, 2, 8].map((batch) => ({ id: `b${batch}`, model, dims: { batch } }));
    const { exitCode, stderr, answers: found } = await answers(jobs);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(found.map(({ id, totals }) => [id, totals["macs"]!["total"]!.value])).toEqual([
      ["b4", 48], // 4 · 12
      ["b2", 24],
      ["b8", 96],
    ]);
    expect(found[0]).toMatchObject({ reportVersion: 1, model: { source: "tiny.onnx" } });
  });

  it("reads a file of jobs, with empty lines, CRLF and no line break at the end", async () => {
    const jobs = join(folder, "jobs.ndjson");
    writeFileSync(jobs, `\n${JSON.stringify({ id: 1, model })}\r\n\r\n${JSON.stringify({ id: 2, model })}`);
    const { stdout } = await runCli(["batch", jobs]);
    expect(
      stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as Answer).id),
    ).toEqual([1, 2]);
  });

  it("takes dims, inputs, precisions, devices and metrics", async () => {
    const inputs = { x: { dtype: "float16", shape: [5, 4], values: Array.from({ length: 20 }, () => 1.5) } };
    const hardware = ["nvidia-t4"];
    const { answers: found } = await answers([
      { id: "a", model, inputs, precision: { weights: "int8" }, hardware, metrics: ["latency", "model-size"] },
    ]);
    expect(found[0]).toMatchObject({
      model: { inputs: [{ name: "x", dtype: "float16", shape: [5, 4] }] },
      totals: { "model-size": { total: { value: 12 } } },
      hardware: [{ id: "nvidia-t4" }],
    });
    expect(found[0]!.totals).not.toHaveProperty("macs");
  });

  it("goes on after a bad model, and after a bad line", async () => {
    const jobs = [
      { id: "broken", model: join(folder, "broken.onnx") },
      { id: "gone", model: join(folder, "gone.onnx") },
      "{",
      { id: "fine", model },
    ];
    const { exitCode, answers: found } = await answers(jobs);
    expect(exitCode).toBe(0);
    expect(found.map(({ id, error }) => [id, error?.code])).toEqual([
      ["broken", expect.any(String)],
      ["gone", "file-not-found"],
      [null, "invalid-job"],
      ["fine", undefined],
    ]);
    expect(found[0]!.error!.message).toMatch(/^broken\.onnx: /);
    expect(found[2]!.error!.message).toMatch(/^line 3: no JSON: /);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown key", { dim: { batch: 8 } }, 'Unrecognized key: "dim"'],
    ["an unknown key of an input", { inputs: { x: { sape: [1] } } }, 'inputs.x: Unrecognized key: "sape"'],
    ["an unknown dtype", { inputs: { x: { dtype: "float33" } } }, "inputs.x.dtype: Invalid option"],
    ["a negative dim", { dims: { batch: -1 } }, "dims.batch: Too small"],
    ["a dim as text", { dims: { batch: "8" } }, "dims.batch: Invalid input"],
    ["nested values", { inputs: { x: { values: [[1]] } } }, "inputs.x.values.0: expected a number, a text or a boolean"],
  ])("refuses %s, with the job's id", async (_, part, message) => {
    expect(await errorOf({ id: "a", model, ...part })).toMatchObject({
      id: "a",
      code: "invalid-job",
      message: expect.stringContaining(message),
    });
  });

  it("refuses overrides of what the model has not", async () => {
    expect(await errorOf({ id: "a", model, inputs: { z: { shape: [1] } } })).toEqual({
      id: "a",
      code: "unknown-input",
      message: 'tiny.onnx: the model has no input "z"; it has "x"',
    });
    expect(await errorOf({ id: "a", model, hardware: ["nvidia-t5"] })).toMatchObject({ id: "a", code: "unknown-hardware" });
  });

  it("refuses a job without an id, by its line", async () => {
    expect(await errorOf({ model })).toEqual({ id: null, code: "invalid-job", message: "line 1: id: expected a text or a number" });
    expect(await errorOf("[]")).toMatchObject({ id: null, code: "invalid-job" });
    expect(await errorOf("null")).toMatchObject({ id: null, code: "invalid-job" });
  });

  it("fails at the end where it is to be strict", async () => {
    const fine = { id: "fine", model };
    expect(await answers([fine], "--strict")).toMatchObject({ exitCode: 0 });
    expect(await answers([{ id: "gone", model: "gone.onnx" }, fine], "--strict")).toMatchObject({
      exitCode: 1,
      answers: [{}, { id: "fine" }],
    });
    expect(await answers([{ id: "strange", model: join(folder, "strange.onnx") }], "--strict")).toMatchObject({ exitCode: 1 });
  });

  it("asks for the next job only once an answer is taken", async () => {
    let asked = 0;
    const jobs = function* (): Generator<string> {
      for (; asked < 1000; asked++) yield `${JSON.stringify({ id: asked, model })}\n`;
    };
    const { run } = await import("../run.ts");
    const { PassThrough, Readable, Writable } = await import("node:stream");
    let written = 0;
    const broken = new Writable({
      write: (_chunk, _encoding, done) => {
        written += 1;
        done(written === 3 ? Object.assign(new Error("gone"), { code: "EPIPE" }) : null);
      },
    });
    const stdin = Readable.from(jobs(), { highWaterMark: 1 });
    expect(await run(["batch", "-"], { stdin, stdout: broken, stderr: new PassThrough() })).toBe(0); // nobody reads: no error
    expect(written).toBe(3);
    expect(asked).toBeLessThan(10);
  });

  it("says that jobs cannot be read", async () => {
    expect(await runCli(["batch", join(folder, "no-jobs")])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `modelgauge: ${join(folder, "no-jobs")}: no such file\n`,
    });
    expect(await runCli(["batch", folder])).toMatchObject({ exitCode: 2, stderr: `modelgauge: ${folder}: is a folder\n` });
  });
});
