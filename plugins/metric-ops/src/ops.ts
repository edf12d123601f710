import {
  computeDType,
  defineLayerMetric,
  isFloatingPoint,
  type LayerMetric,
  OPERATION_KINDS,
  TRANSCENDENTAL_KINDS,
  UNKNOWN,
} from "@modelgauge/core";

/** Elementary operations (C4): a MAC is two, everything else one. */
export const ops: LayerMetric<"total" | "float" | "integer" | "transcendental"> = defineLayerMetric({
  id: "ops",
  title: "Operations",
  figures: {
    total: { unit: "OP", description: "2 × MACs + every other elementary operation" },
    float: { unit: "OP", description: "those of layers that compute in floating point" },
    integer: { unit: "OP", description: "those of all other layers: integers, booleans, strings" },
    transcendental: { unit: "OP", description: "those of the total that are a root, exponential, logarithm, power, sine, tanh or erf" },
  },
  conventions: [
    {
      id: "C4",
      text: "OPs = 2 × MACs + every other elementary operation, floating-point or integer by what the layer computes in; a transcendental function is one operation.",
    },
  ],
  layer({ layer, description: { work } }) {
    let total = 0;
    let transcendental = 0;
    for (const kind of OPERATION_KINDS) {
      const count = work[kind] ?? 0;
      total += kind === "mac" ? 2 * count : count;
      if (TRANSCENDENTAL_KINDS.has(kind)) transcendental += count;
    }
    const dtype = computeDType(layer);
    if (total > 0 && dtype === undefined) return { total, float: UNKNOWN, integer: UNKNOWN, transcendental };
    const float = dtype !== undefined && isFloatingPoint(dtype) ? total : 0;
    return { total, float, integer: total - float, transcendental };
  },
});
