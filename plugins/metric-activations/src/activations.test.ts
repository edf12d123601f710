import type { Description, Figure, Report, Status, Tensor } from "@modelgauge/core";
import { ALEXNET_FIGURES, alexNet, analyzeTestModel, float32, int64, type NetworkBuilder, tensor, testModel } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activations } from "./activations.ts";

const measure = (build: (network: NetworkBuilder) => readonly Tensor[]): Report =>
  analyzeTestModel(testModel("test", build), { metrics: [activations] });
const values = (report: Report): Record<string, number | null> =>
  Object.fromEntries(Object.entries(report.totals["activations"]!).map(([name, { value }]) => [name, value]));
const timeline = (report: Report): unknown[] =>
  report.tables["activations"]!["live"]!.rows.map(([tensor, bytes, from, to]) => [tensor, (bytes as Figure).value, from, to]);

const gives = (...shape: number[]): Description => ({ outputs: [float32(...shape)], work: {} });
const inPlace = (...shape: number[]): Description => ({ ...gives(...shape), aliases: [{ output: 0, input: 0, kind: "in-place" }] });
const view = (...shape: number[]): Description => ({ ...gives(...shape), aliases: [{ output: 0, input: 0, kind: "view" }] });

describe("activations", () => {
  it("counts the lecture's AlexNet", () => {
    const report = analyzeTestModel(alexNet, { metrics: [activations] });
    expect(report.totals["activations"]).toEqual({
      total: { value: ALEXNET_FIGURES.activations, unit: "elements", status: "exact" },
      peak: { value: ALEXNET_FIGURES.peakActivations, unit: "elements", status: "exact" },
      "peak-live": { value: ALEXNET_FIGURES.peakActivations, unit: "elements", status: "exact" },
      "peak-live-bytes": { value: ALEXNET_FIGURES.peakActivations * 4, unit: "bytes", status: "exact" },
    });
    expect(report.layers[1]?.metrics["activations"]).toEqual({
      total: { value: 0, status: "exact" }, // relu works in place
      "peak-live": { value: 290_400, status: "exact" }, // 96 · 55²
      "peak-live-bytes": { value: 1_161_600, status: "exact" },
    });
  });

  it("keeps a residual alive beside what is computed from it", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      const [a] = network.layer({ name: "a", inputs: [x] }, gives(20));
      const [b] = network.layer({ name: "b", inputs: [a] }, gives(30)); // alive: a 20, b 30
      const [c] = network.layer({ name: "c", inputs: [b] }, gives(20)); // alive: a 20, b 30, c 20
      return network.layer({ name: "add", inputs: [a, c] }, gives(20)); // alive: a 20, c 20, add 20
    });
    expect(values(report)).toEqual({ total: 100, peak: 60, "peak-live": 70, "peak-live-bytes": 280 });
    expect(report.layers.map(({ metrics }) => metrics["activations"]?.["peak-live"]?.value)).toEqual([30, 50, 70, 60]);
    expect(timeline(report)).toEqual([
      ["x", 40, null, "a"],
      ["a", 80, "a", "add"],
      ["b", 120, "b", "c"],
      ["c", 80, "c", "add"],
      ["add", 80, "add", null],
    ]);
  });

  it("gives up an input that nothing uses after the first layer", () => {
    const report = measure((network) => {
      network.input("unused", float32(7));
      const [a] = network.layer({ name: "a", inputs: [network.input("x", float32(10))] }, gives(20));
      return network.layer({ name: "b", inputs: [a] }, gives(20));
    });
    expect(report.layers.map(({ metrics }) => metrics["activations"]?.["peak-live"]?.value)).toEqual([37, 40]);
    expect(timeline(report)[0]).toEqual(["unused", 28, null, "a"]);
  });

  it("counts a tensor once that a layer takes twice", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      return network.layer({ name: "square", inputs: [x, x] }, gives(10));
    });
    expect(values(report)).toMatchObject({ total: 20, peak: 20, "peak-live": 20 });
  });

  it("works in place only where nothing needs the input afterwards", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      const [a] = network.layer({ name: "a", inputs: [x] }, gives(10));
      const [relu] = network.layer({ name: "relu", inputs: [a] }, inPlace(10)); // a is needed below: alive a 10, relu 10
      return network.layer({ name: "add", inputs: [a, relu] }, gives(10)); // alive: 30
    });
    expect(values(report)).toMatchObject({ total: 30, peak: 30, "peak-live": 30 });
    expect(report.layers.map(({ metrics }) => metrics["activations"]?.["peak-live"]?.value)).toEqual([20, 20, 30]);
  });

  it("keeps what a view looks at alive, and does not work in place in a narrower type's memory", () => {
    const report = measure((network) => {
      const x = network.input("x", tensor("float16", [10]));
      const [a] = network.layer({ name: "a", inputs: [x] }, { outputs: [tensor("float16", [10])], work: {} }); // 20 + 20 bytes
      const [flat] = network.layer({ name: "flat", inputs: [a] }, { ...view(), outputs: [tensor("float16", [2, 5])] }); // 20 bytes
      const [wide] = network.layer({ name: "wide", inputs: [flat] }, inPlace(2, 5)); // 20 + 40 bytes
      return [wide!];
    });
    expect(report.layers.map(({ metrics }) => metrics["activations"]?.["peak-live-bytes"]?.value)).toEqual([40, 20, 60]);
    expect(values(report)).toMatchObject({ total: 20, peak: 20 });
  });

  it("keeps the network's outputs to the end", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(1));
      const [early] = network.layer({ name: "early", inputs: [x] }, gives(50));
      const [a] = network.layer({ name: "a", inputs: [early] }, gives(5));
      const [b] = network.layer({ name: "b", inputs: [a] }, gives(5));
      return [early!, b!];
    });
    expect(report.layers.map(({ metrics }) => metrics["activations"]?.["peak-live"]?.value)).toEqual([51, 55, 60]);
  });

  it("leaves out what is the same in every run, weights and what follows from them", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      const [transposed] = network.layer({ name: "transpose", inputs: [network.stored("w", [10, 10])] }, gives(10, 10));
      return network.layer({ name: "matmul", inputs: [x, transposed] }, gives(10));
    });
    expect(values(report)).toEqual({ total: 20, peak: 20, "peak-live": 20, "peak-live-bytes": 80 });
  });

  it("counts the tensors inside sequences", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(6));
      return network.layer({ name: "split", inputs: [x] }, { outputs: [{ kind: "sequence", elements: [float32(2), int64(4)] }], work: {} });
    });
    expect(values(report)).toEqual({ total: 12, peak: 12, "peak-live": 12, "peak-live-bytes": 64 }); // 24 + 8 + 32 bytes
  });

  it("holds bodies while their layer runs: each production counts, the costlier branch lives", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      const branch = (name: string, size: number) =>
        network.body(
          name,
          (inner) => {
            const [wide] = inner.layer({ name: `${name}.wide`, inputs: [x] }, gives(size));
            return inner.layer({ name: `${name}.narrow`, inputs: [wide] }, gives(5));
          },
          { alternative: true },
        );
      return network.layer({ name: "if", inputs: [x], bodies: [branch("then", 100), branch("else", 40)] }, gives(5));
    });
    // Alive at most: x 10, the if's output 5, the branch's wide tensor 100; the branch's result is the if's output.
    expect(report.totals["activations"]).toMatchObject({
      total: { value: 115, status: "at-most" }, // 10 + 5 + max(100, 40)
      peak: { value: 110, status: "at-most" }, // x and then.wide
      "peak-live": { value: 115, status: "at-most" },
      "peak-live-bytes": { value: 460, status: "at-most" },
    });
    const inner = report.layers[0]?.bodies?.[1]?.layers.map(({ metrics }) => metrics["activations"]?.["peak-live"]?.value);
    expect(inner).toEqual([55, 55]);
    expect(timeline(report)).toEqual([
      ["x", 40, null, "if"],
      ["if", 20, "if", null],
      ["if", 400, "if", "if"], // its bodies
    ]);
  });

  it("holds bodies at most where they may not run, and not at all where they do not", () => {
    const figures = (runs: number, status: Status): Report["totals"][string] =>
      measure((network) => {
        const x = network.input("x", float32(10));
        const inside = network.body("body", (inner) => inner.layer({ name: "wide", inputs: [x] }, gives(100)), { runs, status });
        return network.layer({ name: "loop", inputs: [x], bodies: [inside] }, gives(5));
      }).totals["activations"]!;
    expect(figures(3, "exact")).toMatchObject({ peak: { value: 110, status: "exact" } }); // x and the wide tensor
    expect(figures(3, "at-most")).toMatchObject({ peak: { value: 110, status: "at-most" } });
    expect(figures(0, "estimate")).toMatchObject({ peak: { value: 110, status: "estimate" } });
    expect(figures(0, "exact")).toMatchObject({ peak: { value: 15, status: "exact" } }); // x and the output
  });

  it("passes on how surely sizes are known", () => {
    const bounded = measure((network) => {
      const x = network.input("x", float32(10));
      return network.layer({ name: "non-zero", inputs: [x] }, { outputs: [{ ...int64(10), status: "at-most" }], work: {} });
    });
    expect(bounded.totals["activations"]).toMatchObject({
      total: { value: 20, status: "at-most" },
      "peak-live": { value: 20, status: "at-most" },
    });
    const partly = measure((network) => {
      const x = network.input("x", float32(10));
      const [y] = network.undescribed({ name: "mystery", inputs: [x] }, undefined);
      return network.layer({ name: "known", inputs: [x] }, gives(3)).concat(y!);
    });
    expect(partly.totals["activations"]).toMatchObject({
      total: { value: 13, status: "at-least" },
      peak: { value: 13, status: "at-least" },
      "peak-live": { value: 13, status: "at-least" },
    });
  });

  it("never lives on more than it produces, nor on less than one layer holds", () => {
    const chain = fc.array(
      fc.record({ from: fc.nat(), size: fc.integer({ min: 1, max: 50 }), kind: fc.constantFrom("new", "view", "in-place") }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(chain, (steps) => {
        const report = measure((network) => {
          const made = [network.input("x", float32(7))];
          const sizes = [7];
          steps.forEach(({ from, size, kind }, index) => {
            const source = from % made.length;
            const shape = kind !== "new" ? sizes[source]! : size;
            const aliases = kind !== "new" ? [{ output: 0, input: 0, kind }] : [];
            made.push(...network.layer({ name: `l${index}`, inputs: [made[source]] }, { ...gives(shape), aliases }));
            sizes.push(shape);
          });
          return made.slice(-1);
        });
        const { peak, total, "peak-live": live } = values(report) as Record<string, number>;
        const copies = steps.filter(({ kind }) => kind === "in-place").length * 50;
        expect(live).toBeGreaterThanOrEqual(peak!);
        expect(live).toBeLessThanOrEqual(total! + copies);
        expect(report.totals["activations"]!["peak-live-bytes"]!.value).toBe(live! * 4);
        const order = report.layers.map(({ name }) => name);
        const alive = order.map((_, index) =>
          timeline(report).reduce<number>((sum, row) => {
            const [, bytes, from, to] = row as [string, number, string | null, string | null];
            const first = from === null ? 0 : order.indexOf(from);
            const last = to === null ? order.length : order.indexOf(to);
            return first <= index && index <= last ? sum + bytes : sum;
          }, 0),
        );
        expect(alive).toEqual(report.layers.map(({ metrics }) => metrics["activations"]!["peak-live-bytes"]!.value));
      }),
    );
  });
});
