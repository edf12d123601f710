// Written by `pnpm generate`; edit what it is made from instead.
import type { LayerType } from "@modelgauge/core";
export {};
/** Every standard layer type. */
export const layerTypes: readonly LayerType[] = [];
