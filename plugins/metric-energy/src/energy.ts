import {
  defineMetric,
  everyLayer,
  exact,
  type Figures,
  foldGraph,
  type Graph,
  type HardwareMetric,
  isFolded,
  type Layer,
  scaleFigure,
  sumFigures,
  type Table,
  UNKNOWN,
  unverifiedFigures,
} from "@modelgauge/core";
import { energyDiagnostics } from "./energy-diagnostics.ts";
import { energyOfSide, type EnergyPart, energyParts } from "./energy-parts.ts";

const SIDES = ["arithmetic", "movement"] as const;

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
    const partsOf = new Map([...everyLayer(graph)].map((layer) => [layer, energyParts(layer, profile)] as const));
    const layers = new Map<Layer, Figures>();
    const totals = foldGraph(
      graph,
      SIDES,
      (layer) => {
        const parts = partsOf.get(layer);
        return Object.fromEntries(SIDES.map((side) => [side, parts === undefined ? UNKNOWN : energyOfSide(parts, side)]));
      },
      (layer, figures) => {
        if (!isFolded(layer)) layers.set(layer, { total: sumFigures(Object.values(figures)), ...figures });
      },
    ) as Readonly<Record<(typeof SIDES)[number], Figures[string]>>;
    const total = sumFigures(Object.values(totals));
    const perSample = batch > 0 ? scaleFigure(total, 1 / batch, "exact") : UNKNOWN;
    const all = sumParts(graph, partsOf);
    return {
      totals: { total, ...totals, "per-sample": perSample, "per-thousand": scaleFigure(perSample, 1000, "exact") },
      layers,
      tables: { parts: partsTable(all) },
      diagnostics: [
        ...energyDiagnostics(profile, all),
        ...unverifiedFigures(
          profile,
          "energies",
          all.flatMap(({ own }) => own ?? []),
        ),
      ],
    };
  },
});

/** The parts of a whole graph, those of bodies as often as they run. */
function sumParts(graph: Graph, partsOf: ReadonlyMap<Layer, readonly EnergyPart[] | undefined>): readonly EnergyPart[] {
  const byName = new Map([...partsOf.values()].flatMap((parts) => parts ?? []).map((part) => [part.name, part]));
  const names = [...byName.keys()];
  const fold = (member: "count" | "energy"): Figures =>
    foldGraph(graph, names, (layer) => {
      const own = new Map(partsOf.get(layer)?.map((part) => [part.name, part[member]]));
      return Object.fromEntries(names.map((name) => [name, own.get(name) ?? exact(0)]));
    });
  const [counts, energies] = [fold("count"), fold("energy")];
  return names
    .map((name) => ({ ...byName.get(name)!, count: counts[name]!, energy: energies[name]! }))
    .toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side) || (b.energy.value ?? 0) - (a.energy.value ?? 0));
}

function partsTable(parts: readonly EnergyPart[]): Table {
  return {
    title: "Energy by kind",
    columns: [
      { name: "part", description: "operations of one kind and dtype, or bytes of one kind and the memory that they move to and from" },
      { name: "operations", unit: "OP", description: "how many operations; a MAC is one here" },
      { name: "moved", unit: "bytes", description: "how many bytes" },
      { name: "each", unit: "J", description: "energy of one operation, or of one byte" },
      { name: "energy", unit: "J", description: "of all of them" },
      { name: "source", description: "the device's own figure, or the published one that stands in for it" },
    ],
    rows: parts.map(({ name, side, count, each, energy, published, own }) => [
      name,
      side === "arithmetic" ? count : null,
      side === "movement" ? count : null,
      each === undefined ? null : { value: each, status: published === undefined ? "exact" : "estimate" },
      energy,
      published ?? (own === undefined ? null : "the device's own"),
    ]),
  };
}
