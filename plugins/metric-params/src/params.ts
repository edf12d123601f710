import { defineMetric, elementsIn, measureTensors, type ModelMetric } from "@modelgauge/core";

/**
 * Elements of every distinct trained tensor (C1). A tensor that layers share counts once, in the first that uses it, so that the
 * layers add up to the total.
 */
export const params: ModelMetric<"total" | "weights" | "buffers"> = defineMetric({
  id: "params",
  title: "Parameters",
  figures: {
    total: { unit: "parameters", description: "elements of all distinct trained tensors, biases included" },
    weights: { unit: "parameters", description: "the same without biases" },
    buffers: { unit: "parameters", description: "elements that are learnt but not trained, such as batch-norm running statistics" },
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
    measureTensors(graph, ["total", "weights", "buffers"], (tensor) => {
      const elements = elementsIn(tensor);
      if (tensor.role === "weight") return { total: elements, weights: elements };
      if (tensor.role === "bias") return { total: elements };
      return tensor.role === "buffer" ? { buffers: elements } : {};
    }),
});
