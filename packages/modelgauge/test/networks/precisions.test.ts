import type { DType, LayerPrecision, Precision, Report } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { resnet8 } from "@modelgauge/models";
import fc from "fast-check";
import { defaultPlugins } from "modelgauge";
import { expect, it } from "vitest";

const model = await createGauge({ plugins: defaultPlugins }).open(resnet8);
const analyze = (precision: Precision): Report => model.analyze({ precision, hardware: ["nvidia-t4"] });

/** Widest first. */
const DTYPES = ["float32", "float16", "int8", "int4"] as const satisfies readonly DType[];

const layers = model.build().graph.layers.map(({ name }) => name);
const patterns = fc.oneof(fc.constantFrom(...layers), fc.constantFrom("*", "conv", "batch-norm", "*.1.*"));
const width = fc.nat(DTYPES.length - 1);
const rules = fc.array(fc.record({ pattern: patterns, what: fc.constantFrom("weights" as const, "activations" as const), width }), {
  minLength: 1,
  maxLength: 6,
});

it("fewer bits in some layers never take more bytes, energy or time", () => {
  const precisionOf = (some: readonly { pattern: string; what: "weights" | "activations"; width: number }[]): Precision => ({
    layers: some.map(({ pattern, what, width }): LayerPrecision => ({ pattern, [what]: DTYPES[width]! })),
  });
  const costs = (precision: Precision): readonly number[] => {
    const { totals, hardware } = analyze(precision);
    const [device] = hardware;
    return [
      totals["model-size"]!["total"]!,
      totals["activations"]!["peak-live-bytes"]!,
      device!.totals["energy"]!["total"]!,
      device!.totals["energy"]!["movement"]!,
      device!.totals["latency"]!["roofline"]!,
      device!.totals["latency"]!["lower-bound"]!,
    ].map(({ value }) => value!);
  };
  const counts = ({ totals }: Report): readonly unknown[] => [totals["params"], totals["macs"], totals["activations"]!["total"]];
  fc.assert(
    fc.property(rules, fc.nat(), fc.integer({ min: 1, max: 3 }), (some, which, less) => {
      const narrower = some.map((rule, index) =>
        index === which % some.length ? { ...rule, width: Math.min(DTYPES.length - 1, rule.width + less) } : rule,
      );
      const [wide, narrow] = [costs(precisionOf(some)), costs(precisionOf(narrower))];
      narrow.forEach((cost, index) => expect(cost).toBeLessThanOrEqual(wide[index]! * (1 + 1e-12)));
      expect(counts(analyze(precisionOf(narrower)))).toEqual(counts(analyze({}))); // bits are no parameters
    }),
    { numRuns: 60 },
  );
});
