import { describe, expect, it } from "vitest";
import { bindingsOf, measurements, networkOf, profileOf } from "./measurements.ts";

describe.skipIf(measurements.length === 0)("the lower bound against published measurements", () => {
  it.each(measurements)("$model, batch $batch, on $device ($precision, $runtime, $layout)", async (measurement) => {
    const network = await networkOf(measurement);
    const report = network.analyze({ ...bindingsOf(measurement), hardware: [profileOf(measurement.device)] });
    const bound = report.hardware[0]!.totals["latency"]!["lower-bound"]!.value;
    expect(bound).toBeGreaterThan(0);
    expect(bound).toBeLessThanOrEqual(measurement.latency_s);
  });
});
