import type { Description, HardwareProfile, Model, Report, Tensor } from "@modelgauge/core";
import { alexNet, analyzeTestModel, float32, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { device } from "../test/devices.ts";
import { latency } from "./latency.ts";
import { throughput } from "./throughput.ts";

const measure = (model: Model, profile: HardwareProfile, bindings = {}): Report =>
  analyzeTestModel(model, { metrics: [latency, throughput], hardware: [profile], bindings });
const bound = (model: Model, profile: HardwareProfile = device(), bindings = {}): number =>
  measure(model, profile, bindings).hardware[0]!.totals["latency"]!["lower-bound"]!.value!;
const groups = (model: Model): Record<string, unknown> =>
  Object.fromEntries(measure(model, device()).hardware[0]!.layers.map(({ name, metrics }) => [name, metrics["latency"]!["group"]]));

const x5 = (network: NetworkBuilder): Tensor => network.input("x", float32(5)); // 20 bytes
const fc5 = (network: NetworkBuilder, name: string, x: Tensor | undefined, mac = 1): Tensor =>
  network.layer({ name, inputs: [x], weights: [network.stored(`${name}.weight`, [10])] }, { outputs: [float32(5)], work: { mac } })[0]!; // 40 bytes
const simple = (network: NetworkBuilder, name: string, ...inputs: (Tensor | undefined)[]): Tensor =>
  network.layer({ name, inputs }, { outputs: [float32(5)], work: { add: 5 } })[0]!;
const move = (network: NetworkBuilder, name: string, inputs: readonly Tensor[], description: Partial<Description>): Tensor =>
  network.layer({ name, inputs }, { outputs: [float32(5)], work: {}, ...description })[0]!;

describe("latency.lower-bound", () => {
  it("fuses what follows a layer without MACs: what passes between does not move", () => {
    const model = testModel("chain", (network) => [simple(network, "relu", simple(network, "norm", fc5(network, "fc", x5(network))))]);
    expect(bound(model)).toBe(8); // 40 of weights + 20 in + 20 out
    expect(groups(model)).toEqual({ fc: "fc", norm: "fc", relu: "fc" });
  });

  it("keeps a residual: it is written once and read by each group that needs it", () => {
    const model = testModel("residual", (network) => {
      const a = simple(network, "relu", fc5(network, "a", x5(network))); // group a: 40 + 20 in + 20 out
      const b = fc5(network, "b", a); // group b: 40 + 20 in + 20 out
      const c = fc5(network, "c", b); // group c: 40 + 20 in, the residual 20 + 20 out
      return [simple(network, "add", a, c)];
    });
    expect(bound(model)).toBe(8 + 8 + 10);
    expect(groups(model)).toMatchObject({ add: "c" });
  });

  it("runs arithmetic alongside transfers in a group, and MACs alongside other work", () => {
    const model = testModel("busy", (network) => {
      const a = fc5(network, "a", x5(network), 1000); // 20 s
      return network.layer({ name: "gelu", inputs: [a] }, { outputs: [float32(5)], work: { erf: 3000 } }); // 30 s
    });
    expect(bound(model)).toBe(30);
  });

  it("runs attention as one: scores never move", () => {
    const product = (network: NetworkBuilder, name: string, a: Tensor, b: Tensor, size: number): Tensor =>
      network.layer({ name, inputs: [a, b] }, { outputs: [float32(size)], work: { mac: 1 } })[0]!;
    const model = testModel("attention", (network) => {
      const [q, k, v] = ["q", "k", "v"].map((name) => network.input(name, float32(5))) as [Tensor, Tensor, Tensor];
      const scores = product(network, "qk", q, k, 1000);
      const [soft] = network.layer({ name: "softmax", inputs: [scores] }, { outputs: [float32(1000)], work: { exp: 1 } });
      return [product(network, "pv", soft!, v, 5)];
    });
    expect(bound(model)).toBe(8); // q, k, v and the output, 20 bytes each
    expect(groups(model)).toEqual({ qk: "qk", softmax: "qk", pv: "qk" });
  });

  it("lets what prepares an input join the group that needs it", () => {
    const model = testModel("prepare", (network) => [fc5(network, "fc", simple(network, "scale", x5(network)))]);
    expect(bound(model)).toBe(8);
    expect(groups(model)).toEqual({ scale: "scale", fc: "scale" });
  });

  it("moves data for free: who needs it reads it where it came from", () => {
    const model = testModel("concat", (network) => {
      const a = fc5(network, "a", x5(network)); // 40 + 20 + 20
      const b = fc5(network, "b", a); // 40 + 20 + 10: only half of it is needed
      const both = move(network, "concat", [a, b], { outputs: [float32(10)] });
      const part = move(network, "slice", [both], { outputs: [float32(5)] }); // half of each: 20 bytes
      return [fc5(network, "c", part)]; // 40 + 20 + 20
    });
    expect(bound(model)).toBe(23);
    expect(groups(model)["concat"]).toBeUndefined();
  });

  it("follows data that is joined with itself again and again, without losing its way", () => {
    const model = testModel("doubling", (network) => {
      let x = fc5(network, "a", x5(network)); // 40 + 20 + 20
      for (let times = 0; times < 60; times++) x = move(network, `concat${times}`, [x, x], { outputs: [float32(10)] });
      return [fc5(network, "b", x)]; // 40 + 20 + 20: the one tensor, read once
    });
    expect(bound(model)).toBe(16);
  });

  it("stays quick where thousands of layers join one group, or read one tensor", () => {
    const model = testModel("long", (network) => {
      const x = x5(network);
      let y = x;
      for (let index = 0; index < 20_000; index++) y = simple(network, `l${index}`, y, x);
      return [y];
    });
    const started = performance.now();
    expect(bound(model)).toBeCloseTo(1000); // 100,000 additions
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("leaves on the chip what fits: activations between layers, weights between runs", () => {
    const model = testModel("two", (network) => [fc5(network, "b", fc5(network, "a", x5(network)))]);
    const withSram = (capacity: number, holds?: "weights" | "activations") =>
      device({
        memory: [
          { level: "DDR", bandwidth: 10 },
          { level: "SRAM", capacity, onChip: true, ...(holds && { holds }) },
        ],
      });
    expect(bound(model)).toBe(16); // 80 of weights, 20 in, 20 + 20 between, 20 out
    expect(bound(model, withSram(20, "activations"))).toBe(12); // all that passes between fits
    expect(bound(model, withSram(10, "activations"))).toBe(14); // half of it fits
    expect(bound(model, withSram(80, "weights"))).toBe(8);
    expect(bound(model, withSram(60, "weights"))).toBe(10); // a quarter of the weights moves: 20 bytes
    expect(bound(model, withSram(80))).toBe(4); // the network's input and output
  });

  it("loads and stores alongside other groups, as far as the chip has room", () => {
    const model = testModel("uneven", (network) => {
      const a = fc5(network, "a", x5(network), 500); // 10 s of arithmetic; 40 + 20 in
      return [fc5(network, "b", a)]; // 0.02 s; 40 + 20 out
    });
    const withSram = (capacity: number) => device({ memory: [{ level: "DDR", bandwidth: 10 }, { level: "SRAM", capacity, onChip: true }] }); // prettier-ignore
    // Without room: 10 + 8 s. What passes between, 20 bytes, and a half of the weights stay: 4 and 4 s of transfers.
    expect(bound(model)).toBe(18);
    expect(bound(model, withSram(40))).toBeCloseTo(10.02); // all of b's may come before or after
    expect(bound(model, withSram(10))).toBeCloseTo(10 + 6.5 - 1); // 10 bytes come before; 40 − 5 + 10 + 20 are b's
  });

  it("takes everything to fit where the capacity on the chip is not known", () => {
    const model = testModel("two", (network) => [fc5(network, "b", fc5(network, "a", x5(network)))]);
    expect(
      bound(
        model,
        device({
          memory: [
            { level: "DDR", bandwidth: 10 },
            { level: "SRAM", onChip: true },
          ],
        }),
      ),
    ).toBe(4);
  });

  it("counts nothing without layers", () => {
    const report = measure(
      testModel("empty", (network) => [x5(network)]),
      device(),
    );
    expect(report.hardware[0]!.totals["latency"]).toMatchObject({ roofline: { value: 0 }, "lower-bound": { value: 0 } });
    expect(report.hardware[0]!.totals["throughput"]).toMatchObject({ roofline: { value: null, status: "unknown" } });
  });
});

describe("throughput", () => {
  it("is the batch divided by each latency; a bound turns round", () => {
    const model = testModel("batch", (network) => {
      const x = network.input("x", float32(4, 5)); // a batch of 4, 80 bytes
      return network.layer({ name: "relu", inputs: [x] }, { outputs: [float32(4, 5)], work: { compare: 20 } }); // 160 bytes: 16 s
    });
    expect(measure(model, device()).hardware[0]!.totals["throughput"]).toEqual({
      roofline: { value: 0.25, unit: "samples/s", status: "exact" },
      "upper-bound": { value: 0.25, unit: "samples/s", status: "at-most" },
    });
  });
});

describe("monotony", () => {
  /** A network whose layers take earlier ones' outputs, all sizes in proportion to the batch. */
  const network = (
    steps: readonly { from: number; also: number; size: number; kind: "macs" | "simple" | "move" }[],
    batch: number,
  ): Model =>
    testModel("random", (builder) => {
      const made = [builder.input("x", float32(batch, 3))];
      steps.forEach(({ from, also, size, kind }, index) => {
        const inputs = [made[from % made.length]!, made[also % made.length]!];
        const outputs = [float32(batch, size)];
        const weights = kind === "macs" ? [builder.stored(`w${index}`, [size * 3])] : [];
        const work = kind === "macs" ? { mac: batch * size * 3 } : kind === "simple" ? { add: batch * size } : {};
        made.push(...builder.layer({ name: `l${index}`, inputs, weights }, { outputs, work }));
      });
      return made.slice(-1);
    });
  const steps = fc.array(
    fc.record({
      from: fc.nat(),
      also: fc.nat(),
      size: fc.integer({ min: 1, max: 60 }),
      kind: fc.constantFrom("macs" as const, "simple" as const, "move" as const),
    }),
    { minLength: 1, maxLength: 10 },
  );
  const onChip = (capacity: number) => [
    { level: "DDR", bandwidth: 10 },
    { level: "SRAM", capacity, onChip: true },
  ];
  const capacity = fc.integer({ min: 1, max: 2000 });
  const both = (model: Model, profile: HardwareProfile, bindings = {}): readonly number[] => {
    const totals = measure(model, profile, bindings).hardware[0]!.totals["latency"]!;
    return [totals["roofline"]!.value!, totals["lower-bound"]!.value!];
  };
  const atMost = (a: readonly number[], b: readonly number[]): void =>
    a.forEach((value, index) => expect(value).toBeLessThanOrEqual(b[index]! * (1 + 1e-12)));

  it("holds: the lower bound is no more than the roofline", () => {
    fc.assert(
      fc.property(steps, capacity, (some, bytes) => {
        const [roofline, lower] = both(network(some, 2), device({ memory: onChip(bytes) }));
        atMost([lower!], [roofline!]);
      }),
    );
  });

  it("holds: a larger batch takes no less time", () => {
    fc.assert(
      fc.property(steps, capacity, fc.integer({ min: 1, max: 4 }), (some, bytes, batch) => {
        const profile = device({ memory: onChip(bytes) });
        atMost(both(network(some, batch), profile), both(network(some, batch + 1), profile));
      }),
    );
  });

  it("holds: a faster device is no slower", () => {
    fc.assert(
      fc.property(steps, capacity, fc.constantFrom("peak", "bandwidth", "capacity"), (some, bytes, better) => {
        const faster = device({
          peak: { float32: better === "peak" ? 150 : 100 },
          memory: [
            { level: "DDR", bandwidth: better === "bandwidth" ? 15 : 10 },
            { level: "SRAM", capacity: better === "capacity" ? bytes + 100 : bytes, onChip: true },
          ],
        });
        atMost(both(network(some, 2), faster), both(network(some, 2), device({ memory: onChip(bytes) })));
      }),
    );
  });

  it("holds: a narrower dtype takes no more time", () => {
    const profile = device({ peak: { float32: 100, float16: 100, int8: 200 } });
    for (const [wide, narrow] of [
      ["float32", "float16"],
      ["float16", "int8"],
    ] as const) {
      const precision = (dtype: typeof wide | typeof narrow) => ({ precision: { weights: dtype, activations: dtype } });
      atMost(both(alexNet, profile, precision(narrow)), both(alexNet, profile, precision(wide)));
    }
  });
});
