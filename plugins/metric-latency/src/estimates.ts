import {
  computeDType,
  type Diagnostic,
  everyLayer,
  type Figure,
  type Graph,
  type HardwareProfile,
  type Layer,
  sourceOf,
  type Table,
} from "@modelgauge/core";
import { type Estimate, measureEstimate, multiplies, tellsOf } from "./estimate.ts";
import type { Memory } from "./memory.ts";

/** What is estimated of a run, by the first efficiencies of a profile that tell of it, and by all others in a table. */
export interface Estimates {
  /** Absent where no efficiency is measured that tells of the network. */
  readonly total?: Figure;
  readonly layers: ReadonlyMap<Layer, Figure>;
  readonly tables?: { readonly estimates: Table };
  readonly diagnostics: readonly Diagnostic[];
}

/** By what factor a batch may differ from the measured ones before the report says so. */
const FAR = 10;

/**
 * Estimates what a run takes, where the profile has efficiencies.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureEstimates(graph: Graph, profile: HardwareProfile, memory: Memory, batch: number): Estimates {
  const { efficiencies = [] } = profile;
  const estimates = efficiencies
    .filter((efficiency) => tellsOf(efficiency, graph))
    .map((efficiency) => measureEstimate(graph, profile, memory, efficiency));
  const [first] = estimates;
  if (first === undefined) return { layers: new Map(), diagnostics: efficiencies.length === 0 ? [] : [nothingTells(graph, profile)] };
  return {
    total: first.total,
    layers: first.layers,
    tables: { estimates: estimatesTable(estimates) },
    diagnostics: reservations(first, profile, batch),
  };
}

function estimatesTable(estimates: readonly Estimate[]): Table {
  return {
    title: "Latency by runtime",
    columns: [
      { name: "runtime", description: "what the efficiencies were measured with" },
      { name: "dtype", description: "what it multiplied in" },
      { name: "batch", description: "samples that each measured run handled" },
      { name: "estimate", unit: "s", description: "of this run, by those efficiencies" },
      { name: "error", unit: "%", description: "median error of such estimates on networks that were left out of the fit" },
    ],
    rows: estimates.map(({ efficiency: { runtime, dtype, batch, error }, total }) => [
      runtime,
      dtype,
      String(batch),
      total,
      { value: Math.round(error * 1000) / 10, status: "estimate" },
    ]),
  };
}

function nothingTells(graph: Graph, { id, efficiencies = [] }: HardwareProfile): Diagnostic {
  const used = new Set([...everyLayer(graph)].filter(multiplies).map(computeDType));
  const measured = new Set(efficiencies.map(({ dtype }) => dtype));
  const message = `${id}: latency is not estimated: the network multiplies in ${[...used].join(", ")}, efficiencies are measured in ${[...measured].join(", ")}`;
  return { severity: "info", code: "no-estimate", message };
}

/** Why an estimate may be further off than its error says. */
function reservations({ efficiency, unmeasured }: Estimate, profile: HardwareProfile, batch: number): readonly Diagnostic[] {
  const { name, runtime, launch } = efficiency;
  const reasons: string[] = [];
  if (batch * FAR < efficiency.batch || batch > efficiency.batch * FAR)
    reasons.push(`${runtime} was measured with a batch of ${efficiency.batch}, not ${batch}`);
  for (const kind of unmeasured)
    reasons.push(`no efficiency is measured of ${kind ?? "recurrences and the like"}, which is timed at peak rate`);
  const launchSource = sourceOf(profile, `efficiencies.${name}.launch`);
  if (launch === undefined) reasons.push("what launching a kernel takes is not known");
  else if (launchSource?.evidence === "recalled") reasons.push(`what launching a kernel takes is not measured (${launchSource.document})`);
  return reasons.map((reason) => ({ severity: "info", code: "rough-estimate", message: `${profile.id}: latency.estimate: ${reason}` }));
}
