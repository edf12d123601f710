import { bytesIn, defineMetric, measureTensors, type ModelMetric } from "@modelgauge/core";

/** Bytes of everything that the model stores (C6). */
export const modelSize: ModelMetric<"total" | "weights" | "buffers" | "constants"> = defineMetric({
  id: "model-size",
  title: "Model size",
  figures: {
    total: { unit: "bytes", description: "all distinct stored tensors" },
    weights: { unit: "bytes", description: "those that are trained, biases included" },
    buffers: { unit: "bytes", description: "those that are learnt but not trained, such as batch-norm running statistics" },
    constants: { unit: "bytes", description: "those that are fixed, such as shapes, quantisation scales and zero points" },
  },
  conventions: [
    {
      id: "C6",
      text:
        "Model size is the sum over distinct stored tensors of elements × bits of the dtype, rounded up to whole bytes per tensor. " +
        "1 MB = 10^6 bytes, 1 MiB = 2^20 bytes.",
    },
  ],
  measure: ({ graph }) =>
    measureTensors(graph, ["total", "weights", "buffers", "constants"], (tensor) => {
      if (!tensor.stored) return {};
      const total = bytesIn(tensor);
      if (tensor.role === "weight" || tensor.role === "bias") return { total, weights: total };
      return tensor.role === "buffer" ? { total, buffers: total } : { total, constants: total };
    }),
});
