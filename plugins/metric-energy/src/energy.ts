import {
  combine,
  computeDType,
  defineMetric,
  type Diagnostic,
  exact,
  type Figure,
  type Figures,
  figure,
  foldGraph,
  type HardwareMetric,
  type HardwareProfile,
  isFolded,
  type Layer,
  layerTraffic,
  OPERATION_KINDS,
  scaleFigure,
  type Status,
  sumFigures,
  UNKNOWN,
} from "@modelgauge/core";
import { operationEnergy } from "./operation-energy.ts";
import { nodeFor } from "./process-node.ts";
import { transferEnergy } from "./transfer-energy.ts";

const PARTS = ["arithmetic", "movement"] as const;

/** What one run costs in energy (C9). */
export const energy: HardwareMetric<"total" | "arithmetic" | "movement" | "per-sample" | "per-thousand"> = defineMetric({
  id: "energy",
  title: "Energy",
  per: "hardware",
  figures: {
    total: { unit: "J", description: "arithmetic and movement of one run" },
    arithmetic: { unit: "J", description: "operations × energy of one, by kind and dtype" },
    movement: { unit: "J", description: "bits moved to and from the memory × energy of one, each layer alone" },
    "per-sample": { unit: "J", description: "the total ÷ batch" },
    "per-thousand": { unit: "J", description: "1,000 × the energy of a sample" },
  },
  conventions: [
    {
      id: "C9",
      text:
        "Energy = sum of operations × energy of one by kind and dtype + sum of bits moved × energy of one by memory level, each layer alone. Devices without figures of " +
        "their own are estimated with published ones of the nearest process node and memory technology.",
    },
  ],
  measure({ graph, batch }, profile) {
    const used: Used = { published: new Set(), missing: new Set() };
    const layers = new Map<Layer, Figures>();
    const totals = foldGraph(
      graph,
      PARTS,
      (layer) => energyOf(layer, profile, used),
      (layer, figures) => {
        if (!isFolded(layer)) layers.set(layer, { total: sumFigures(Object.values(figures)), ...figures });
      },
    );
    const total = sumFigures(Object.values(totals));
    const perSample = batch > 0 ? scaleFigure(total, 1 / batch, "exact") : UNKNOWN;
    return {
      totals: { total, ...totals, "per-sample": perSample, "per-thousand": scaleFigure(perSample, 1000, "exact") },
      layers,
      diagnostics: saidOf(profile, used),
    };
  },
});

/** What was looked up outside the profile, or in vain. */
interface Used {
  readonly published: Set<string>;
  readonly missing: Set<string>;
}

function energyOf(layer: Layer, profile: HardwareProfile, used: Used): Readonly<Record<(typeof PARTS)[number], Figure>> {
  if (isFolded(layer)) return { arithmetic: exact(0), movement: exact(0) };
  if (layer.description === undefined) return { arithmetic: UNKNOWN, movement: UNKNOWN };
  return { arithmetic: arithmeticOf(layer, profile, used), movement: movementOf(layer, profile, used) };
}

function arithmeticOf(layer: Layer, profile: HardwareProfile, used: Used): Figure {
  const dtype = computeDType(layer);
  return sumFigures(
    OPERATION_KINDS.map((kind) => {
      const count = layer.description?.work[kind] ?? 0;
      if (count === 0) return exact(0);
      const each = dtype && operationEnergy(profile, kind, dtype);
      if (each === undefined) {
        used.missing.add(`${kind} in ${dtype ?? "an unknown dtype"}`);
        return UNKNOWN;
      }
      if (!each.own) used.published.add(nodeText(profile));
      return figure(count * each.joules, combine(layer.status, estimatedUnless(each.own)));
    }),
  );
}

function movementOf(layer: Layer, profile: HardwareProfile, used: Used): Figure {
  const { weights, read, write } = layerTraffic(layer);
  const parts = [
    { kind: "weights", bytes: weights },
    { kind: "activations", bytes: sumFigures([read, write]) },
  ] as const;
  return sumFigures(
    parts.map(({ kind, bytes }) => {
      const level = profile.memory.find(({ holds = kind }) => holds === kind);
      if (bytes.value === 0) return bytes;
      if (level === undefined) return UNKNOWN;
      const each = transferEnergy(profile, level);
      if (each.source !== undefined) used.published.add(each.source);
      return scaleFigure(bytes, 8 * each.joules, estimatedUnless(each.source === undefined));
    }),
  );
}

function estimatedUnless(own: boolean): Status {
  return own ? "exact" : "estimate";
}

function nodeText({ processNode }: HardwareProfile): string {
  const { nanometres, source } = nodeFor(processNode);
  return `operations at ${nanometres} nm (${source})`;
}

function saidOf({ id }: HardwareProfile, { published, missing }: Used): readonly Diagnostic[] {
  const said: Diagnostic[] = [];
  if (published.size > 0) {
    const message = `${id}: energy is estimated with published figures, not the device's own: ${[...published].join("; ")}`;
    said.push({ severity: "info", code: "energy-estimate", message });
  }
  if (missing.size > 0) {
    const message = `${id}: energy leaves out operations for which no figure is published: ${[...missing].join(", ")}`;
    said.push({ severity: "warning", code: "no-energy-figure", message });
  }
  return said;
}
