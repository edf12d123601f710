import type { HardwareProfile, WorkClass } from "@modelgauge/core";
import { type GroupCost, groupCosts } from "@modelgauge/metric-latency";
import type { GroupAtPeak, Sample } from "./fit.ts";
import { bindingsOf, dtypeOf, familyOf, type Measurement, networkOf, profileOf } from "./measurements.ts";

/** What a measurement says of its device, for the fit. */
export async function sampleOf(measurement: Measurement): Promise<Sample> {
  const network = await networkOf(measurement);
  const { graph } = network.build(bindingsOf(measurement));
  const device = profileOf(measurement.device);
  return {
    name: measurement.model,
    family: familyOf(measurement),
    groups: groupCosts(graph).map((group) => atPeak(group, device, measurement)),
    latency: measurement.latency_s,
  };
}

function atPeak({ macs, others, moved }: GroupCost, { peak, memory }: HardwareProfile, measurement: Measurement): GroupAtPeak {
  const rate = peak[dtypeOf(measurement)]!;
  const classes = [...macs].filter((entry): entry is [WorkClass, number] => entry[0] !== undefined);
  return {
    macs: Object.fromEntries(classes.map(([kind, count]) => [kind, (2 * count) / rate])),
    others: others / rate,
    transfers: (moved.weights.value! + moved.activations.value!) / memory[0]!.bandwidth!,
  };
}
