import {
  type Alias,
  bytesIn,
  elementsIn,
  exact,
  type Figure,
  type Figures,
  type Graph,
  isFolded,
  isStatic,
  largestFigure,
  type Layer,
  sumFigures,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";
import { bodyPeak, mayRun } from "./body-peak.ts";
import { RunningSum } from "./running-sum.ts";

/** Elements and bytes alive. */
export interface LiveFigures {
  readonly "peak-live": Figure;
  readonly "peak-live-bytes": Figure;
}

/** Memory that one tensor, its views and what replaced it in place share, while it is alive. */
export interface Block {
  /** The tensor that it was taken for; of the bodies of a layer, the layer's name. */
  readonly name: string;
  readonly elements: Figure;
  readonly bytes: Figure;
  /** Index of the layer that takes it; −1 for what is there from the start. */
  readonly first: number;
  /** Index of the last layer that needs it; the number of layers for what the graph hands out. */
  last: number;
  free: boolean;
}

/** What is alive when a graph runs. */
export interface Live {
  readonly peak: LiveFigures;
  /** In the order in which they are taken. */
  readonly blocks: readonly Block[];
}

const NOTHING: LiveFigures = { "peak-live": exact(0), "peak-live-bytes": exact(0) };

/**
 * The most that is alive at once when a graph runs in its order: each tensor from the layer that produces it, the network's inputs from
 * the start, to the last layer that uses it, or one of its views; the network's outputs to the end. A function of one input works in
 * place where nothing else needs its input afterwards. The bodies of a layer live while it runs, one after another; what they take in
 * and hand out are the layer's own inputs and outputs.
 *
 * @param state called with each layer and what is alive while it runs
 */
export function measureLive(graph: Graph, state: (layer: Layer, figures: Figures) => void): Live {
  const blocks = new Blocks(lastUses(graph), graph.layers.length);
  for (const input of graph.inputs) blocks.hold(input, -1);
  return runLayers(graph, blocks, NOTHING, state);
}

function runLayers(graph: Graph, blocks: Blocks, outside: LiveFigures, state: (layer: Layer, figures: Figures) => void): Live {
  const moments = [blocks.live];
  graph.layers.forEach((layer, index) => {
    if (isFolded(layer)) return;
    place(layer, index, blocks);
    const around = add(outside, blocks.live);
    const bodies = layer.bodies.filter(mayRun).map((body) => {
      const inside = new Blocks(lastUses(body.graph), body.graph.layers.length);
      for (const tensor of [...body.graph.inputs, ...body.graph.outputs]) inside.lend(tensor);
      const { peak } = runLayers(body.graph, inside, around, state);
      return {
        "peak-live": bodyPeak(body, peak["peak-live"]),
        "peak-live-bytes": bodyPeak(body, peak["peak-live-bytes"]),
      };
    });
    if (layer.bodies.length > 0) blocks.pass(layer.name, largest(bodies), index);
    const unknown = layer.description === undefined ? [UNKNOWN] : [];
    const now = {
      "peak-live": sumFigures([blocks.live["peak-live"], ...unknown]),
      "peak-live-bytes": sumFigures([blocks.live["peak-live-bytes"], ...unknown]),
    };
    moments.push(now);
    state(layer, { ...add(outside, now) });
    blocks.release(index);
  });
  return { peak: largest(moments), blocks: blocks.all };
}

function largest(moments: readonly LiveFigures[]): LiveFigures {
  return {
    "peak-live": largestFigure(moments.map((moment) => moment["peak-live"])),
    "peak-live-bytes": largestFigure(moments.map((moment) => moment["peak-live-bytes"])),
  };
}

function place({ inputs, outputs, description }: Layer, index: number, blocks: Blocks): void {
  const aliases = new Map<number, Alias>(description?.aliases?.map((alias) => [alias.output, alias]));
  outputs.forEach((output, position) => {
    if (output === undefined || isStatic(output)) return;
    const alias = aliases.get(position);
    const base = alias && inputs[alias.input];
    if (base === undefined || !blocks.share(output, base, index, alias!.kind)) blocks.hold(output, index);
  });
}

/** The memory of one graph's tensors, step by step. */
class Blocks {
  readonly all: Block[] = [];
  readonly #lastUse: ReadonlyMap<Tensor, number>;
  readonly #expiring: readonly Block[][];
  readonly #blocks = new Map<Tensor, Block | undefined>();
  readonly #elements = new RunningSum();
  readonly #bytes = new RunningSum();

  constructor(lastUse: ReadonlyMap<Tensor, number>, layers: number) {
    this.#lastUse = lastUse;
    this.#expiring = Array.from({ length: layers + 1 }, () => []);
  }

  get live(): LiveFigures {
    return { "peak-live": this.#elements.figure, "peak-live-bytes": this.#bytes.figure };
  }

  /** A tensor whose memory belongs to someone outside. */
  lend(tensor: Tensor): void {
    this.#blocks.set(tensor, undefined);
  }

  /** Gives a tensor memory of its own, unless it has been lent some; an input that nothing uses goes with the first layer. */
  hold(tensor: Tensor, index: number): void {
    if (this.#blocks.has(tensor)) return;
    this.#join(tensor, this.#take(tensor.name, elementsIn(tensor), bytesIn(tensor), index), Math.max(0, index));
  }

  /** Memory that is taken and given back while a layer runs. */
  pass(name: string, { "peak-live": elements, "peak-live-bytes": bytes }: LiveFigures, index: number): void {
    this.#expiring[index]!.push(this.#take(name, elements, bytes, index));
  }

  /** Lets a tensor share the memory of another, where that is possible. */
  share(tensor: Tensor, base: Tensor, index: number, kind: Alias["kind"]): boolean {
    if (this.#blocks.has(tensor)) return true;
    const block = this.#blocks.get(base);
    if (kind === "in-place" && (block === undefined || block.last > index || larger(bytesIn(tensor), block.bytes))) return false;
    if (block === undefined) this.#blocks.set(tensor, undefined);
    else this.#join(tensor, block, index);
    return true;
  }

  /** Frees what nothing after a layer needs. */
  release(index: number): void {
    for (const block of this.#expiring[index]!) {
      if (block.last !== index || block.free) continue;
      block.free = true;
      this.#elements.remove(block.elements);
      this.#bytes.remove(block.bytes);
    }
  }

  #take(name: string, elements: Figure, bytes: Figure, first: number): Block {
    const block: Block = { name, elements, bytes, first, last: first, free: false };
    this.all.push(block);
    this.#elements.add(elements);
    this.#bytes.add(bytes);
    return block;
  }

  #join(tensor: Tensor, block: Block, index: number): void {
    this.#blocks.set(tensor, block);
    block.last = Math.max(block.last, index, this.#lastUse.get(tensor) ?? index);
    this.#expiring[block.last]?.push(block);
  }
}

function larger(a: Figure, b: Figure): boolean {
  return (a.value ?? 0) > (b.value ?? 0);
}

/** The last layer that uses each tensor, itself or in its bodies; the number of layers for what the graph hands out. */
function lastUses(graph: Graph): ReadonlyMap<Tensor, number> {
  const uses = new Map<Tensor, number>();
  graph.layers.forEach((layer, index) => {
    if (!isFolded(layer)) for (const tensor of usedBy(layer)) uses.set(tensor, index);
  });
  for (const output of graph.outputs) uses.set(output, graph.layers.length);
  return uses;
}

function* usedBy(layer: Layer): Generator<Tensor> {
  for (const input of layer.inputs) if (input !== undefined) yield input;
  for (const { graph } of layer.bodies) {
    yield* graph.outputs;
    for (const inner of graph.layers) yield* usedBy(inner);
  }
}

function add(a: LiveFigures, b: LiveFigures): LiveFigures {
  return {
    "peak-live": sumFigures([a["peak-live"], b["peak-live"]]),
    "peak-live-bytes": sumFigures([a["peak-live-bytes"], b["peak-live-bytes"]]),
  };
}
