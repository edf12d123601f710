import { defineLayerMetric, type LayerMetric } from "@modelgauge/core";

/** Multiply-accumulate operations (C2). */
export const macs: LayerMetric<"total"> = defineLayerMetric({
  id: "macs",
  title: "MACs",
  figures: { total: { unit: "MAC", description: "multiply-accumulates of one forward run" } },
  conventions: [
    {
      id: "C2",
      text: "MACs are the multiply-accumulates of one forward run for the given input shapes, batch included; a bias is an addition; padding zeros count.",
    },
  ],
  layer: ({ description }) => ({ total: description.work.mac ?? 0 }),
});
