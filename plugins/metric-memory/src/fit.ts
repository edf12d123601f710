import {
  combine,
  defineMetric,
  type Diagnostic,
  type Figure,
  figure,
  type HardwareMetric,
  type HardwareProfile,
  type Layer,
  type MemoryLevel,
  type Measurement,
  sumFigures,
  type Table,
  UNKNOWN,
  unverifiedFigures,
} from "@modelgauge/core";
import { fits, headroomOf } from "./headroom.ts";

/** What a level of memory is asked to hold, and whether it can. */
interface LevelFit {
  readonly level: string;
  readonly holds: MemoryLevel["holds"];
  readonly capacity: number | undefined;
  readonly required: Figure;
  readonly headroom: Figure;
  /** Whether the network runs from it: it is the first level that holds weights, or activations. */
  readonly home: boolean;
}

/** Whether a network fits the memories of a device (C10). */
export const fit: HardwareMetric<"required" | "headroom"> = defineMetric({
  id: "fit",
  title: "Fit",
  per: "hardware",
  needs: ["model-size", "activations"],
  figures: {
    required: { unit: "bytes", description: "everything stored, and the activations that are alive at once at the peak" },
    headroom: { unit: "bytes", description: "what is left of the memory that the network runs from; below 0, what is too little" },
  },
  conventions: [
    {
      id: "C10",
      text:
        "A network fits a memory that holds everything stored and the peak of live activations at once; where weights and activations have a " +
        "memory each, its own part.",
    },
  ],
  measure({ measured }, profile) {
    const weights = measured("model-size").totals["total"] ?? UNKNOWN;
    const activations = measured("activations");
    const peak = activations.totals["peak-live-bytes"] ?? UNKNOWN;
    const levels = fitLevels(profile, weights, peak);
    const homes = levels.filter(({ home }) => home);
    const known = homes.map((level) => level.headroom).filter(({ value }) => value !== null);
    const [tightest = UNKNOWN] = known.toSorted((a, b) => a.value! - b.value!);
    // A memory of unknown capacity may leave less than the tightest of the others.
    const headroom =
      known.length < homes.length && tightest.value !== null ? figure(tightest.value, combine(tightest.status, "at-most")) : tightest;
    const at = peakLayer(activations);
    return {
      totals: { required: sumFigures([weights, peak]), headroom },
      tables: { levels: levelTable(levels, at) },
      diagnostics: [
        ...homes.flatMap((level) => complaint(profile, level, at)),
        ...unverifiedFigures(
          profile,
          "answers to what fits",
          homes.map(({ level }) => `memory.${level}.capacity`),
        ),
      ],
    };
  },
});

function fitLevels({ memory }: HardwareProfile, weights: Figure, peak: Figure): readonly LevelFit[] {
  const homes = (["weights", "activations"] as const).map((kind) => memory.find(({ holds = kind }) => holds === kind));
  return memory.map((each) => {
    const { level, holds, count = 1 } = each;
    const capacity = each.capacity === undefined ? undefined : each.capacity * count;
    const required = holds === undefined ? sumFigures([weights, peak]) : holds === "weights" ? weights : peak;
    return { level, holds, capacity, required, headroom: headroomOf(capacity, required), home: homes.includes(each) };
  });
}

/** The layer during which most is alive; the first of several. */
function peakLayer({ layers }: Measurement): Layer | undefined {
  let best: { readonly layer: Layer; readonly bytes: number } | undefined;
  for (const [layer, figures] of layers ?? []) {
    const live = figures["peak-live-bytes"];
    const bytes = typeof live === "object" ? live.value : null;
    if (bytes !== null && (best === undefined || bytes > best.bytes)) best = { layer, bytes };
  }
  return best?.layer;
}

function levelTable(levels: readonly LevelFit[], at: Layer | undefined): Table {
  return {
    title: "Fit by level of memory",
    columns: [
      { name: "level", description: "level of memory" },
      { name: "holds", description: "what it is asked to hold" },
      { name: "capacity", unit: "bytes", description: "of all its instances together" },
      { name: "required", unit: "bytes", description: "what it would hold" },
      { name: "headroom", unit: "bytes", description: "capacity − required" },
      { name: "fits", description: "yes, no, or unknown" },
      { name: "peak", description: "the layer during which most activations are alive" },
    ],
    rows: levels.map(({ level, holds, capacity, required, headroom }) => [
      level,
      holds ?? "weights and activations",
      capacity === undefined ? null : { value: capacity, status: "exact" },
      required,
      headroom,
      fits(headroom),
      holds === "weights" || at === undefined ? null : at.name,
    ]),
  };
}

const digits = new Intl.NumberFormat("en");

function complaint({ id }: HardwareProfile, { level, holds, capacity, required, headroom }: LevelFit, at: Layer | undefined): Diagnostic[] {
  if (fits(headroom) !== "no") return [];
  const what = holds ?? "weights and live activations";
  const peak = holds === "weights" || at === undefined ? "" : `; most is alive at ${at.type} "${at.name}"`;
  const message =
    `${id}: ${what} take ${digits.format(required.value!)} bytes, ` +
    `${level} holds ${digits.format(capacity!)}: ${digits.format(-headroom.value!)} too little${peak}`;
  return [{ severity: "warning", code: "does-not-fit", message }];
}
