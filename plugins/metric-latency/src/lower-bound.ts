import {
  bytesIn,
  combine,
  everyLayer,
  exact,
  type Figure,
  figure,
  type Graph,
  type HardwareProfile,
  isFolded,
  isStatic,
  largestFigure,
  type Layer,
  layerTraffic,
  maxFigure,
  scaleFigure,
  sumFigures,
  type Tensor,
} from "@modelgauge/core";
import { computeTime } from "./compute-time.ts";
import { type Group, type Grouping, groupLayers } from "./groups.ts";
import { type Memory, moveTime } from "./memory.ts";
import { limited, type Need, Provenance } from "./provenance.ts";

/** Fused groups, one after another. */
export interface LowerBound {
  readonly total: Figure;
  /** Seconds of a group at its first layer, and the name of that layer at each of its layers. */
  readonly layers: ReadonlyMap<Layer, Readonly<Record<string, Figure | string>>>;
}

/** What a graph's groups are measured with. */
interface Setting {
  readonly profile: HardwareProfile;
  readonly memory: Memory;
  /** Part of the weights that must be read anew in each run. */
  readonly weightShare: number;
  readonly layers: Map<Layer, Readonly<Record<string, Figure | string>>>;
}

/**
 * The best case of runtimes that run one fused group of layers after another and execute the counted MACs: within a group nothing
 * moves; between groups, and between runs, what fits on the chip stays there; data movement is free; MACs and other work overlap, as
 * do arithmetic and transfers of a group.
 *
 * @throws ModelGaugeError `no-peak`
 */
export function measureLowerBound(graph: Graph, profile: HardwareProfile, memory: Memory): LowerBound {
  const stored = new Set<Tensor>();
  for (const layer of everyLayer(graph)) {
    if (!isFolded(layer))
      for (const tensor of [...layer.inputs, ...layer.weights]) if (tensor !== undefined && isStatic(tensor)) stored.add(tensor);
  }
  const all = sumFigures([...stored].map(bytesIn));
  const layers: Setting["layers"] = new Map();
  const total = timeOf(graph, { profile, memory, weightShare: movingShare(all, memory.weightsOnChip), layers }, true);
  return { total: figure(total.value, combine(total.status, "at-least")), layers };
}

/** @param ends whether inputs come from outside the chip, and outputs go there */
function timeOf(graph: Graph, setting: Setting, ends: boolean): Figure {
  const provenance = new Provenance(graph);
  const grouping = groupLayers(graph, provenance);
  const moves = new Moves(graph, provenance, grouping, setting.memory.activationsOnChip, ends);
  return sumFigures(
    grouping.groups.map((group) => {
      const time = largestFigure([
        computeTimeOf(group, setting),
        moveTime(setting.memory, moves.of(group, setting.weightShare)),
        bodyTime(group, setting),
      ]);
      const [lead] = group.layers;
      for (const layer of group.layers) setting.layers.set(layer, { group: lead!.name });
      setting.layers.set(lead!, { group: lead!.name, "lower-bound": time });
      return time;
    }),
  );
}

function computeTimeOf({ layers }: Group, { profile }: Setting): Figure {
  const times = layers.map((layer) => computeTime(layer, profile));
  return largestFigure([sumFigures(times.map(({ macs }) => macs)), sumFigures(times.map(({ others }) => others))]);
}

/** Seconds of the bodies that a layer holds, each as often as it runs; of alternatives, the slowest. */
function bodyTime({ layers }: Group, setting: Setting): Figure {
  const bodies = layers.flatMap((layer) => layer.bodies);
  const times = bodies.map((body) => ({ body, time: scaleFigure(timeOf(body.graph, setting, false), body.runs, body.status) }));
  const alternatives = times.filter(({ body }) => body.alternative).map(({ time }) => time);
  const always = times.filter(({ body }) => !body.alternative).map(({ time }) => time);
  return sumFigures(alternatives.length === 0 ? always : [...always, alternatives.reduce(maxFigure)]);
}

/** What the groups of a graph move. */
class Moves {
  readonly #provenance: Provenance;
  readonly #grouping: Grouping;
  readonly #onChip: number;
  readonly #outside: Set<Tensor>;
  readonly #handedOut: ReadonlySet<Tensor>;
  /** Bytes of each tensor that groups other than its own, or the graph's outputs, need. */
  readonly #needed = new Map<Tensor, Figure>();

  constructor(graph: Graph, provenance: Provenance, grouping: Grouping, onChip: number, ends: boolean) {
    this.#provenance = provenance;
    this.#grouping = grouping;
    this.#onChip = onChip;
    this.#outside = new Set(ends ? graph.inputs : []);
    const outputs = graph.outputs.flatMap((output) => (isStatic(output) ? [] : provenance.of(output)));
    this.#handedOut = new Set(ends ? outputs.map(({ tensor }) => tensor) : []);
    for (const { tensor, bytes } of outputs) this.#need(tensor, bytes);
    for (const group of grouping.groups) {
      for (const [tensor, bytes] of this.#reads(group)) if (!isStatic(tensor)) this.#need(tensor, bytes);
      for (const layer of group.layers) if (layer.bodies.length > 0 || layer.description === undefined) this.#needWhole(layer);
    }
  }

  /** Bytes that a group moves to and from the homes of weights and activations. Called once for each group, in execution order. */
  of(group: Group, weightShare: number): { readonly weights: Figure; readonly activations: Figure } {
    const weights: Figure[] = [];
    const activations: Figure[] = [];
    for (const [tensor, bytes] of this.#reads(group)) {
      if (isStatic(tensor)) weights.push(scaleFigure(bytes, weightShare, "exact"));
      else activations.push(this.#outside.delete(tensor) ? bytes : this.#moving(tensor, bytes));
    }
    for (const layer of group.layers) {
      if (layer.description === undefined) continue;
      const written = limited(
        layer.outputs.flatMap((output) => this.#write(output)),
        layerTraffic(layer).write,
      );
      for (const { tensor, bytes } of written) activations.push(this.#handedOut.has(tensor) ? bytes : this.#moving(tensor, bytes));
    }
    return { weights: sumFigures(weights), activations: sumFigures(activations) };
  }

  /** The most that a layer of a group reads of each tensor that the group does not compute itself. */
  #reads(group: Group): ReadonlyMap<Tensor, Figure> {
    const reads = new Map<Tensor, Figure>();
    for (const layer of group.layers) {
      if (layer.bodies.length > 0 || layer.description === undefined) continue;
      const { read, weights } = layerTraffic(layer);
      const operands = [...new Set([...layer.inputs, ...layer.weights])].filter((tensor) => tensor !== undefined);
      const stored = operands.filter(isStatic).map((tensor) => ({ tensor, bytes: bytesIn(tensor) }));
      const flowing = operands.filter((tensor) => !isStatic(tensor)).flatMap((tensor) => this.#provenance.of(tensor));
      for (const { tensor, bytes } of [...limited(stored, weights), ...limited(flowing, read)]) {
        const producer = this.#grouping.producerOf.get(tensor);
        if (producer !== undefined && this.#grouping.groupOf.get(producer) === group) continue;
        reads.set(tensor, largestFigure([bytes, reads.get(tensor) ?? exact(0)]));
      }
    }
    return reads;
  }

  #write(output: Tensor | undefined): readonly Need[] {
    const needed = output && this.#needed.get(output);
    if (needed === undefined) return [];
    return limited([{ tensor: output!, bytes: bytesIn(output!) }], needed);
  }

  #need(tensor: Tensor, bytes: Figure): void {
    this.#needed.set(tensor, sumFigures([this.#needed.get(tensor) ?? exact(0), bytes]));
  }

  /** What a layer takes of which it is not told how much it reads. */
  #needWhole(layer: Layer): void {
    for (const [tensor, users] of this.#grouping.usersOf) if (users.has(layer)) this.#need(tensor, bytesIn(tensor));
  }

  /** The part of a tensor's bytes that does not fit on the chip. */
  #moving(tensor: Tensor, bytes: Figure): Figure {
    return scaleFigure(bytes, movingShare(bytesIn(tensor), this.#onChip), "exact");
  }
}

/** The part of so many bytes that does not fit on the chip. */
function movingShare({ value }: Figure, onChip: number): number {
  return value === null || value === 0 ? 1 : Math.max(0, 1 - onChip / value);
}
