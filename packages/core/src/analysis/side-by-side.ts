import type { Description } from "../ir/description.ts";
import type { Body, Graph, Layer } from "../ir/graph.ts";
import { isStatic, type Tensor } from "../ir/tensor.ts";
import { isTensorType, type ValueType } from "../ir/value-type.ts";
import { scaleWork } from "../ir/work.ts";
import { isFolded } from "../metric/traffic.ts";

/**
 * A graph as so many copies of it, which run side by side and share what is stored: what it is at a larger batch, if its samples have
 * nothing to do with one another. Tensors whose first size is the batch have it so many times; others get the copies as a new first size.
 *
 * @param batch samples that one copy handles
 */
export function sideBySide(graph: Graph, copies: number, batch: number): Graph {
  return new Copier(copies, batch).graph(graph);
}

class Copier {
  readonly #copies: number;
  readonly #batch: number;
  readonly #tensors = new Map<Tensor, Tensor>();

  constructor(copies: number, batch: number) {
    this.#copies = copies;
    this.#batch = batch;
  }

  graph({ name, inputs, outputs, layers }: Graph): Graph {
    const taken = inputs.map((input) => this.#tensor(input));
    const copied = layers.map((layer) => this.#layer(layer));
    return { name, inputs: taken, outputs: outputs.map((output) => this.#tensor(output)), layers: copied };
  }

  #layer(layer: Layer): Layer {
    const outputs = layer.outputs.map((output) => output && this.#tensor(output));
    const bodies = layer.bodies.map((body): Body => ({ ...body, graph: this.graph(body.graph) }));
    const inputs = layer.inputs.map((input) => input && this.#tensor(input));
    const description = isFolded(layer) ? layer.description : layer.description && this.#description(layer.description, layer);
    return { ...layer, inputs, outputs, bodies, description };
  }

  #description({ outputs, work, products, traffic, ...others }: Description, { inputs, weights }: Layer): Description {
    const times = this.#copies;
    const stored = [...inputs, ...weights].some((tensor) => tensor !== undefined && isStatic(tensor));
    return {
      ...others,
      outputs: outputs.map((output) => ({ ...output, ...this.#type(output) })),
      work: scaleWork(work, times),
      ...(products && {
        products: products.map((product) =>
          stored ? { ...product, rows: product.rows * times } : { ...product, count: product.count * times },
        ),
      }),
      ...(traffic && {
        traffic: {
          ...(traffic.read !== undefined && { read: traffic.read * times }),
          ...(traffic.write !== undefined && { write: traffic.write * times }),
        },
      }),
    };
  }

  #tensor(tensor: Tensor): Tensor {
    if (isStatic(tensor)) return tensor;
    const known = this.#tensors.get(tensor);
    if (known !== undefined) return known;
    const copied = { ...tensor, ...(tensor.type && { type: this.#type(tensor.type) }) };
    this.#tensors.set(tensor, copied);
    return copied;
  }

  #type(type: ValueType): ValueType {
    if (isTensorType(type)) {
      const [first, ...others] = type.shape;
      const shape = first === this.#batch ? [first * this.#copies, ...others] : [this.#copies, ...type.shape];
      return { ...type, shape };
    }
    if (type.kind === "sequence") {
      return {
        ...type,
        ...(type.elements && { elements: type.elements.map((element) => this.#type(element)) }),
        ...(type.element && { element: this.#type(type.element) }),
      };
    }
    return type.kind === "optional" && type.element ? { ...type, element: this.#type(type.element) } : type;
  }
}
