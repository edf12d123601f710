import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import { createGauge } from "@modelgauge/host";
import onnxProto from "onnx-proto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultPlugins } from "modelgauge";

const gauge = createGauge({ plugins: defaultPlugins });
const ELEMENTS = 256 * 512; // 512 KiB of float32: beyond what is kept in memory

/** Every fourth element is zero. */
const pruned = new Uint8Array(Float32Array.from({ length: ELEMENTS }, (_, index) => (index % 4 === 0 ? 0 : index)).buffer);

/** [1, 512] times [512, 256], the weight stored in some way. */
function model(weight: object): Uint8Array {
  const graph = {
    name: "g",
    node: [{ opType: "Gemm", name: "fc", input: ["x", "w"], output: ["y"] }],
    input: [{ name: "x", type: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: 1 }, { dimValue: 512 }] } } } }],
    output: [{ name: "y" }],
    initializer: [{ name: "w", dataType: 1, dims: [512, 256], ...weight }],
  };
  const { onnx } = onnxProto;
  return onnx.ModelProto.encode(onnx.ModelProto.create({ irVersion: 8, opsetImport: [{ domain: "", version: 17 }], graph })).finish();
}

const external = (location: string, more: Readonly<Record<string, number>> = {}): object => ({
  dataLocation: 1,
  externalData: [{ key: "location", value: location }, ...Object.entries(more).map(([key, value]) => ({ key, value: `${value}` }))],
});

describe("looking into weights", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "modelgauge-weights-"));
    writeFileSync(join(folder, "w.bin"), Buffer.concat([Buffer.alloc(4096, 1), pruned]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const analyze = async (weight: object, inspectWeights: "storage" | "values"): Promise<Report> => {
    writeFileSync(join(folder, "m.onnx"), model(weight));
    await using source = await fileSource(join(folder, "m.onnx"));
    return await gauge.analyze(source, { inspectWeights });
  };

  it.each([
    ["in the file", { rawData: pruned }],
    ["as a list of floats", { floatData: new Float32Array(pruned.buffer) }],
    ["in a file beside it", external("w.bin", { offset: 4096, length: pruned.length })],
  ])("counts what is not zero, %s", async (_, weight) => {
    const { totals, diagnostics } = await analyze(weight, "values");
    expect(totals["params"]).toMatchObject({ total: { value: ELEMENTS }, nonzero: { value: (ELEMENTS * 3) / 4, status: "exact" } });
    expect(totals["effective-macs"]).toMatchObject({ total: { value: (ELEMENTS * 3) / 4, status: "exact" } });
    expect(diagnostics).toEqual([]);
  });

  it("says nothing of zeros where it was not asked to read", async () => {
    const { totals } = await analyze({ rawData: pruned }, "storage");
    expect(totals["params"]).not.toHaveProperty("nonzero");
    expect(totals).not.toHaveProperty("effective-macs");
  });

  it("names files that are missing, too short, or outside the model's folder", async () => {
    const messages = async (weight: object): Promise<readonly string[]> =>
      (await analyze(weight, "storage")).diagnostics.map(({ message }) => message);
    expect(await messages(external("ghost.bin"))).toEqual(['external data "ghost.bin" is not beside the model']);
    expect(await messages(external("w.bin", { offset: 8192 }))).toEqual(['external data "w.bin" is too short for tensor "w"']);
    expect(await messages(external("../w.bin"))).toEqual(['external data "../w.bin" leads out of the model\'s folder']);
    expect(await messages(external("/etc/passwd"))).toEqual(['external data "/etc/passwd" leads out of the model\'s folder']);
  });
});
