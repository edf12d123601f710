import { describe, expect, it } from "vitest";
import { crossValidate, median } from "./fit.ts";
import { bindingsOf, measurements, networkOf, profileOf } from "./measurements.ts";
import { sampleOf } from "./samples.ts";
import { settings } from "./settings.ts";

describe.skipIf(measurements.length === 0)("the estimate against published measurements", () => {
  it.each(settings())("is off by less than 20 % in the median, $runtime on $device", async ({ device, runtime, measurements }) => {
    const errors = await Promise.all(
      measurements.map(async (measurement) => {
        const network = await networkOf(measurement);
        const [told] = network.analyze({ ...bindingsOf(measurement), hardware: [profileOf(device)] }).hardware;
        const row = told!.tables["latency"]!["estimates"]!.rows.find(([name]) => name === runtime)!;
        const estimate = (row[3] as { readonly value: number }).value;
        expect(estimate).toBeGreaterThanOrEqual(told!.totals["latency"]!["lower-bound"]!.value!);
        return Math.abs(estimate / measurement.latency_s - 1);
      }),
    );
    expect(median(errors)).toBeLessThan(0.2);
  });

  it.each(settings())(
    "is off by less than 20 % in the median on networks left out of the fit, $runtime on $device",
    async ({ name, device, measurements }) => {
      const samples = await Promise.all(measurements.map(sampleOf));
      const error = median(crossValidate(samples, (sample) => sample.name, measurements[0].batch === 1).map(Math.abs));
      expect(error).toBeLessThan(0.2);
      const shipped = profileOf(device).efficiencies!.find((efficiency) => efficiency.name === name)!;
      expect(shipped.error).toBeCloseTo(error, 2);
    },
  );
});
