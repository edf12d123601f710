import {
  computeDType,
  type Figure,
  figure,
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

/** One kind of things that cost energy: operations of one kind and dtype, or bytes of one kind at one level of memory. */
export interface EnergyPart {
  /** `mac float32`, `weights from HBM2e`: what tells it from the others. */
  readonly name: string;
  readonly side: "arithmetic" | "movement";
  /** Operations, or bytes. */
  readonly count: Figure;
  /** Joules of one operation, or of one byte; undefined where no figure is known. */
  readonly each: number | undefined;
  readonly energy: Figure;
  /** Where a published figure stands in for the device's own. */
  readonly published?: string;
  /** Dotted path of the profile's own figure. */
  readonly own?: string;
}

/** What a layer costs in energy, part by part, its bodies aside. Undefined where nothing describes it. */
export function energyParts(layer: Layer, profile: HardwareProfile): readonly EnergyPart[] | undefined {
  if (isFolded(layer)) return [];
  return layer.description === undefined ? undefined : [...operationParts(layer, profile), ...transferParts(layer, profile)];
}

function* operationParts(layer: Layer, profile: HardwareProfile): Generator<EnergyPart> {
  const dtype = computeDType(layer);
  for (const kind of OPERATION_KINDS) {
    const operations = layer.description?.work[kind] ?? 0;
    if (operations === 0) continue;
    const count = figure(operations, layer.status);
    const told = dtype && operationEnergy(profile, kind, dtype);
    const part = { name: `${kind} ${dtype ?? "of an unknown dtype"}`, side: "arithmetic", count, each: told?.joules } as const;
    if (told === undefined) yield { ...part, energy: UNKNOWN };
    else if (told.own) yield { ...part, energy: energyOf(count, told.joules, "exact"), own: `energy.operations.${kind}.${dtype}` };
    else yield { ...part, energy: energyOf(count, told.joules, "estimate"), published: nodeText(profile) };
  }
}

function* transferParts(layer: Layer, profile: HardwareProfile): Generator<EnergyPart> {
  const { weights, read, write } = layerTraffic(layer);
  for (const [kind, count] of [
    ["weights", weights],
    ["activations", sumFigures([read, write])],
  ] as const) {
    if (count.value === 0 && count.status === "exact") continue;
    const level = profile.memory.find(({ holds = kind }) => holds === kind);
    const part = { name: `${kind}, ${level?.level ?? "no memory"}`, side: "movement", count } as const;
    if (level === undefined) {
      yield { ...part, each: undefined, energy: UNKNOWN };
      continue;
    }
    const { joules, source } = transferEnergy(profile, level);
    const each = 8 * joules;
    if (source === undefined) yield { ...part, each, energy: energyOf(count, each, "exact"), own: `energy.perBit.${level.level}` };
    else yield { ...part, each, energy: energyOf(count, each, "estimate"), published: source };
  }
}

function energyOf(count: Figure, each: number, status: Status): Figure {
  return count.value === 0 ? count : scaleFigure(count, each, status);
}

function nodeText({ processNode }: HardwareProfile): string {
  const { nanometres, source } = nodeFor(processNode);
  return `operations at ${nanometres} nm (${source})`;
}

/** Sum of the energies of one side. */
export function energyOfSide(parts: readonly EnergyPart[], side: EnergyPart["side"]): Figure {
  return sumFigures(parts.filter((part) => part.side === side).map(({ energy }) => energy));
}
