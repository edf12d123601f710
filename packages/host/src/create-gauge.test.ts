import {
  contribute,
  defineHardwareProfile,
  defineLayerMetric,
  defineMetric,
  definePlugin,
  defineReporter,
  FRONTENDS,
  HARDWARE,
  LAYER_TYPES,
  METRICS,
  REPORTERS,
} from "@modelgauge/core";
import { described } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { textSource, toyFrontend } from "../test/toy-frontend.ts";
import { createGauge } from "./create-gauge.ts";

const macs = defineLayerMetric({
  id: "macs",
  title: "MACs",
  figures: { total: { unit: "MAC", description: "multiply-accumulates" } },
  layer: ({ description }) => ({ total: description.work.mac ?? 0 }),
});

const double = defineMetric({
  id: "double",
  title: "Twice the MACs",
  figures: { total: { unit: "MAC", description: "twice the multiply-accumulates" } },
  needs: ["macs"],
  measure: ({ measured }) => ({ totals: { total: { value: 2 * measured("macs").totals["total"]!.value!, status: "exact" } } }),
});

const npu = defineHardwareProfile({
  id: "acme-npu",
  name: "Acme NPU",
  vendor: "Acme",
  category: "npu",
  peak: { float32: 10 },
  memory: [{ level: "SRAM", bandwidth: 1 }],
  sources: [{ figures: ["peak", "memory"], document: "data sheet", evidence: "recalled" }],
});

const seconds = defineMetric({
  id: "seconds",
  title: "Seconds",
  per: "hardware",
  figures: { total: { unit: "s", description: "MACs divided by the peak rate" } },
  needs: ["macs"],
  measure: ({ measured }, { peak }) => ({
    totals: { total: { value: measured("macs").totals["total"]!.value! / peak.float32!, status: "exact" } },
  }),
});

const toy = definePlugin(
  "toy",
  contribute(FRONTENDS, toyFrontend),
  contribute(LAYER_TYPES, described),
  contribute(METRICS, macs, double, seconds),
  contribute(HARDWARE, npu),
  contribute(REPORTERS, defineReporter({ id: "name", mediaType: "text/plain", render: ({ model }) => model.name })),
);

const gauge = createGauge({ plugins: [toy] });

describe("createGauge", () => {
  it("analyses a source", async () => {
    const report = await gauge.analyze(textSource("net.toy", "toy 3"), { dims: { n: 5 } });
    expect(report.model).toMatchObject({ name: "toy", format: "toy", source: "net.toy", bindings: { n: 5 } });
    expect(report.totals["macs"]).toEqual({ total: { value: 15, unit: "MAC", status: "exact" } }); // 3 · 5
    expect(report.hardware).toEqual([]);
  });

  it("analyses an object of a format's own library", async () => {
    const report = await gauge.analyze({ toy: 3 });
    expect(report.model.source).toBe("in-memory model");
    expect(report.totals["macs"]!["total"]!.value).toBe(3); // n is not bound: 1
  });

  it("parses once and analyses many times", async () => {
    let reads = 0;
    const source = textSource("net.toy", "toy 3");
    const counting = {
      ...source,
      read: (offset: number, length: number) => {
        reads += 1;
        return source.read(offset, length);
      },
    };
    const model = await gauge.open(counting);
    expect(model).toMatchObject({ name: "toy", format: "toy", inputs: [{ name: "x", dtype: "float32", shape: ["n"] }] });
    const values = [1, 2, 4].map((n) => model.analyze({ dims: { n } }).totals["macs"]!["total"]!.value);
    expect(values).toEqual([3, 6, 12]);
    expect(reads).toBe(2); // the head, and what the frontend reads
  });

  it("builds the graph that an analysis measures", async () => {
    const { graph, bound, diagnostics } = (await gauge.open({ toy: 3 })).build({ dims: { n: 5, m: 1 } });
    expect(graph.layers.map(({ description }) => description?.work)).toEqual([{ mac: 15 }]); // 3 · 5
    expect(bound).toEqual({ n: 5 });
    expect(diagnostics.map(({ message }) => message)).toEqual(['the model has no dim "m"; it has "n"']);
    await expect(async () => (await gauge.open({ toy: 3 })).build({ dims: { n: -1 } })).rejects.toThrow(
      'in-memory model: dim "n" must be a whole number from 0, not -1',
    );
  });

  it("measures on devices, named or given", async () => {
    const report = await gauge.analyze({ toy: 30 }, { hardware: ["acme-npu", { ...npu, id: "faster", peak: { float32: 60 } }] });
    expect(report.hardware.map(({ id, totals }) => [id, totals["seconds"]!["total"]!.value])).toEqual([
      ["acme-npu", 3], // 30 / 10
      ["faster", 0.5], // 30 / 60
    ]);
  });

  it("measures on a device once, and refuses two of one id", async () => {
    const report = await gauge.analyze({ toy: 30 }, { hardware: ["acme-npu", "acme-npu", npu] });
    expect(report.hardware.map(({ id }) => id)).toEqual(["acme-npu"]);
    await expect(gauge.analyze({ toy: 30 }, { hardware: ["acme-npu", { ...npu, name: "Other" }] })).rejects.toMatchObject({
      code: "invalid-profile",
      message: 'two devices are called "acme-npu"',
    });
  });

  it("refuses a given profile that is wrong", async () => {
    const wrong = gauge.analyze({ toy: 1 }, { hardware: [{ ...npu, peak: { float32: -1 } }] });
    await expect(wrong).rejects.toThrow('hardware profile "acme-npu": `peak.float32` must be operations per second above 0');
  });

  it("measures the metrics asked for and those that they need", async () => {
    const report = await gauge.analyze({ toy: 3 }, { metrics: ["double"] });
    expect(report.totals).toEqual({
      macs: { total: { value: 3, unit: "MAC", status: "exact" } },
      double: { total: { value: 6, unit: "MAC", status: "exact" } },
    });
  });

  it("renders", async () => {
    expect(gauge.render(await gauge.analyze({ toy: 1 }), "name")).toBe("toy");
  });

  it("lists what plugins contribute", () => {
    expect(gauge.frontends).toEqual([toyFrontend]);
    expect(gauge.layerTypes).toEqual([described]);
    expect(gauge.hardware).toEqual([npu]);
    expect(gauge.metrics).toEqual([macs, double, seconds]);
    expect(gauge.reporters.map(({ id }) => id)).toEqual(["name"]);
  });
});

describe("what is wrong is named", () => {
  it("says in one line that nothing reads a file", async () => {
    await expect(gauge.analyze(textSource("net.pt", "PK"))).rejects.toMatchObject({
      code: "unknown-format",
      message: "net.pt: not in a format that is read (Toy)",
    });
    await expect(gauge.analyze(textSource("net.pt", ""))).rejects.toMatchObject({
      code: "unknown-format",
      message: "net.pt: the file is empty",
    });
    await expect(gauge.analyze(new Uint8Array(3))).rejects.toMatchObject({
      code: "unknown-format",
      message: "in-memory model: not an object of a format that is taken from memory (Toy)",
      hint: "wrap a file's bytes: bytesSource(bytes, name)",
    });
    await expect(createGauge({ plugins: [] }).analyze(textSource("net.pt", "PK"))).rejects.toThrow(
      "net.pt: not in a format that is read (no plugin contributes one)",
    );
  });

  it("puts the source's name in front of a message, once", async () => {
    const wrongDim = gauge.analyze(textSource("net.toy", "toy 3"), { dims: { n: -1 } });
    await expect(wrongDim).rejects.toMatchObject({
      code: "invalid-dim",
      message: 'net.toy: dim "n" must be a whole number from 0, not -1',
    });
    const malformed = gauge.open(textSource("net.toy", "toy x"));
    await expect(malformed).rejects.toMatchObject({ code: "malformed-toy", message: "net.toy:1:5: no number", hint: "write one" });
  });

  it("leaves an error that is no ModelGaugeError as it is", async () => {
    const failure = new RangeError("bang");
    const source = { name: "net.toy", size: 5, read: () => Promise.reject(failure) };
    await expect(gauge.open(source)).rejects.toBe(failure);
  });

  it("suggests what may have been meant", async () => {
    await expect(gauge.analyze({ toy: 1 }, { hardware: ["acme-npo"] })).rejects.toMatchObject({
      code: "unknown-hardware",
      message: 'no plugin contributes the hardware profile "acme-npo"; did you mean "acme-npu"?',
    });
    await expect(gauge.analyze({ toy: 1 }, { metrics: ["flops"] })).rejects.toMatchObject({
      code: "unknown-metric",
      message: 'no plugin contributes the metric "flops"; there are macs, double, seconds',
    });
    const report = await gauge.analyze({ toy: 1 });
    expect(() => gauge.render(report, "nam")).toThrow('no plugin contributes the reporter "nam"; did you mean "name"?');
  });
});
