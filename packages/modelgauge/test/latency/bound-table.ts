import { markdownTable } from "markdown-table";
import { median } from "./fit.ts";
import { bindingsOf, familyOf, type Measurement, networkOf, profileOf } from "./measurements.ts";
import { settings } from "./settings.ts";

/** Measured latency ÷ lower bound by family of networks and setting: the median, and the range of several. */
export async function boundTable(): Promise<string> {
  const columns = settings();
  const ratios = new Map<string, readonly { readonly family: string; readonly ratio: number }[]>();
  for (const { device, name, measurements } of columns) {
    ratios.set(
      `${device} ${name}`,
      await Promise.all(measurements.map(async (each) => ({ family: familyOf(each), ratio: each.latency_s / (await lowerBoundOf(each)) }))),
    );
  }
  const families = [...new Set([...ratios.values()].flatMap((all) => all.map(({ family }) => family)))].toSorted();
  const row = (title: string, isOf: (family: string) => boolean): string[] => [
    title,
    ...columns.map(({ device, name }) => {
      const found = ratios.get(`${device} ${name}`)!.filter(({ family }) => isOf(family));
      return spread(found.map(({ ratio }) => ratio));
    }),
  ];
  return markdownTable([
    ["family", ...columns.map(({ device, runtime }) => `${profileOf(device).name}, ${runtime}`)],
    ...families.map((family) => row(family, (each) => each === family)),
    row("**all**", () => true),
  ]);
}

async function lowerBoundOf(measurement: Measurement): Promise<number> {
  const network = await networkOf(measurement);
  const report = network.analyze({ ...bindingsOf(measurement), hardware: [profileOf(measurement.device)] });
  return report.hardware[0]!.totals["latency"]!["lower-bound"]!.value!;
}

function spread(ratios: readonly number[]): string {
  if (ratios.length === 0) return "";
  const middle = median(ratios).toFixed(1);
  return ratios.length === 1 ? middle : `${middle} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`;
}
