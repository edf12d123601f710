import {
  bytesIn,
  type Figure,
  figure,
  type Graph,
  isFolded,
  isNoWork,
  isStatic,
  type Layer,
  layerTraffic,
  sumFigures,
  type Tensor,
} from "@modelgauge/core";

/** Bytes of one tensor that something needs. */
export interface Need {
  readonly tensor: Tensor;
  readonly bytes: Figure;
}

/** The most tensors that one is followed to; a longer list would let a hostile file take all memory. Beyond it, the tensor stands for itself. */
const MOST_NEEDS = 1000;

/** Whether a layer computes nothing and holds nothing: it only moves, repeats or renames what it takes in. */
export function isMovement({ description, bodies }: Layer): boolean {
  return description !== undefined && bodies.length === 0 && isNoWork(description.work);
}

/**
 * Follows the tensors of a graph through layers that only move data: whoever needs the result may read it where it came from, so that
 * moving costs nothing.
 */
export class Provenance {
  readonly #origins = new Map<Tensor, readonly Need[]>();

  constructor({ layers }: Graph) {
    for (const layer of layers) {
      if (isFolded(layer) || !isMovement(layer)) continue;
      const from = merged([
        ...layer.inputs.flatMap((input) => (input === undefined || isStatic(input) ? [] : this.of(input))),
        ...trainedNeeds(layer),
      ]);
      if (from.length > MOST_NEEDS) continue;
      for (const output of layer.outputs) if (output !== undefined) this.#origins.set(output, limited(from, bytesIn(output)));
    }
  }

  /** What must be read to have a tensor. */
  of(tensor: Tensor): readonly Need[] {
    return this.#origins.get(tensor) ?? [{ tensor, bytes: bytesIn(tensor) }];
  }
}

/** Needs of one tensor as one: reading the whole of it once is enough. */
function merged(needs: readonly Need[]): readonly Need[] {
  const byTensor = new Map<Tensor, Figure>();
  for (const { tensor, bytes } of needs) {
    const before = byTensor.get(tensor);
    byTensor.set(tensor, before === undefined ? bytes : smaller(sumFigures([before, bytes]), bytesIn(tensor)));
  }
  return [...byTensor].map(([tensor, bytes]) => ({ tensor, bytes }));
}

function smaller(a: Figure, b: Figure): Figure {
  return (b.value ?? Infinity) < (a.value ?? 0) ? b : a;
}

/** What a layer needs of its trained tensors, as an embedding needs the rows that it looks up. */
function trainedNeeds(layer: Layer): readonly Need[] {
  const trained = new Set([...layer.inputs, ...layer.weights].filter((tensor): tensor is Tensor => tensor?.role === "weight"));
  return limited(
    [...trained].map((tensor) => ({ tensor, bytes: bytesIn(tensor) })),
    layerTraffic(layer).weights,
  );
}

/** The same needs, cut down in proportion to what all of them together may take. */
export function limited(needs: readonly Need[], limit: Figure): readonly Need[] {
  const all = sumFigures(needs.map(({ bytes }) => bytes));
  if (limit.value === null || all.value === null || all.value <= limit.value) return needs;
  const share = limit.value / all.value;
  return needs.map(({ tensor, bytes }) => ({ tensor, bytes: bytes.value === null ? bytes : figure(bytes.value * share, bytes.status) }));
}
