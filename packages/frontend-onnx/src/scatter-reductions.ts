/** How an update may meet the element that it falls on, in ScatterElements and ScatterND; the layer types use the same words. */
export const SCATTER_REDUCTIONS = ["none", "add", "mul", "max", "min"] as const;
