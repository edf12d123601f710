import {
  defineMetric,
  elementsIn,
  everyLayer,
  exact,
  type Graph,
  measureTensors,
  type ModelMetric,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";

/**
 * Elements of every distinct trained tensor (C1). A tensor that layers share counts once, in the first that uses it, so that the
 * layers add up to the total.
 */
export const params: ModelMetric<"total" | "weights" | "buffers" | "nonzero"> = defineMetric({
  id: "params",
  title: "Parameters",
  figures: {
    total: { unit: "parameters", description: "elements of all distinct trained tensors, biases included" },
    weights: { unit: "parameters", description: "the same without biases" },
    buffers: { unit: "parameters", description: "elements that are learnt but not trained, such as batch-norm running statistics" },
    nonzero: { unit: "parameters", description: "trained elements that are not zero, where the weights were read" },
  },
  conventions: [
    {
      id: "C1",
      text:
        "Parameters are the elements of every distinct trained tensor; tied weights count once. Running statistics are buffers; " +
        "constants, quantisation scales and zero points are neither.",
    },
  ],
  measure: ({ graph }) =>
    measureTensors(graph, ["total", "weights", "buffers", ...(wereRead(graph) ? (["nonzero"] as const) : [])], (tensor) => {
      const elements = elementsIn(tensor);
      if (tensor.role === "buffer") return { buffers: elements };
      if (!isTrained(tensor)) return {};
      return {
        total: elements,
        ...(tensor.role === "weight" && { weights: elements }),
        nonzero: tensor.nonzero === undefined ? UNKNOWN : exact(tensor.nonzero),
      };
    }),
});

function isTrained({ role }: Tensor): boolean {
  return role === "weight" || role === "bias";
}

function wereRead(graph: Graph): boolean {
  return [...everyLayer(graph)].some(({ inputs, weights }) => [...inputs, ...weights].some((tensor) => tensor?.nonzero !== undefined));
}
