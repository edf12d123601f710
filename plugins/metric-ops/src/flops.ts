import { computeDType, defineLayerMetric, isFloatingPoint, type LayerMetric, UNKNOWN } from "@modelgauge/core";

/** Floating-point operations of multiply-accumulates (C3): what the literature's tables call FLOPs. */
export const flops: LayerMetric<"total"> = defineLayerMetric({
  id: "flops",
  title: "FLOPs",
  figures: { total: { unit: "FLOP", description: "2 × the MACs of layers that compute in floating point" } },
  conventions: [{ id: "C3", text: "FLOPs = 2 × the MACs of layers that compute in floating point. FLOPs is a count; FLOPS is a rate." }],
  layer({ layer, description }) {
    const mac = description.work.mac ?? 0;
    const dtype = computeDType(layer);
    if (mac > 0 && dtype === undefined) return { total: UNKNOWN };
    return { total: dtype !== undefined && isFloatingPoint(dtype) ? 2 * mac : 0 };
  },
});
