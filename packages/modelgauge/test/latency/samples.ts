import type { HardwareProfile, WorkClass } from "@modelgauge/core";
import { type GroupCost, groupCosts } from "@modelgauge/metric-latency";
import type { GroupAtPeak, Sample } from "./fit.ts";
import { bindingsOf, dtypeOf, familyOf, type Measurement, networkOf, profileOf, takesBatch } from "./measurements.ts";

/** What a measurement says of its device, for the fit. */
export async function sampleOf(measurement: Measurement): Promise<Sample> {
  const network = await networkOf(measurement);
  // What was exported for a single image is described for one: its work and activations count as often as there are images.
  const times = takesBatch(measurement) ? 1 : measurement.batch;
  const { graph } = network.build(bindingsOf(network, measurement, takesBatch(measurement) ? measurement.batch : 1));
  const device = profileOf(measurement.device);
  return {
    name: measurement.model,
    family: familyOf(measurement),
    groups: groupCosts(graph).map((group) => atPeak(group, device, measurement, times)),
    latency: measurement.latency_s,
  };
}

function atPeak(
  { macs, others, moved }: GroupCost,
  { peak, memory }: HardwareProfile,
  measurement: Measurement,
  times: number,
): GroupAtPeak {
  const rate = peak[dtypeOf(measurement)]!;
  const classes = [...macs].filter((entry): entry is [WorkClass, number] => entry[0] !== undefined);
  return {
    macs: Object.fromEntries(classes.map(([kind, count]) => [kind, (2 * count * times) / rate])),
    others: (others * times) / rate,
    transfers: (moved.weights.value! + moved.activations.value! * times) / memory[0]!.bandwidth!,
  };
}
