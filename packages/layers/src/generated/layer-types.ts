// Written by `pnpm generate`; edit what it is made from instead.
import type { LayerType } from "@modelgauge/core";
import { cast } from "../elementwise/cast.ts";
import { elementwise } from "../elementwise/elementwise.ts";
import { where } from "../elementwise/where.ts";
export { cast, elementwise, where };
/** Every standard layer type. */
export const layerTypes: readonly LayerType[] = [cast, elementwise, where];
