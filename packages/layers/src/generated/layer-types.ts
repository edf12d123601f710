// Written by `pnpm generate`; edit what it is made from instead.
import type { LayerType } from "@modelgauge/core";
import { cast } from "../elementwise/cast.ts";
import { elementwise } from "../elementwise/elementwise.ts";
import { where } from "../elementwise/where.ts";
import { argReduce } from "../reduction/arg-reduce.ts";
import { cumulative } from "../reduction/cumulative.ts";
import { reduce } from "../reduction/reduce.ts";
import { identity } from "../shape/identity.ts";
import { rank } from "../shape/rank.ts";
import { reshape } from "../shape/reshape.ts";
import { shape } from "../shape/shape.ts";
import { size } from "../shape/size.ts";
export { cast, elementwise, where, argReduce, cumulative, reduce, identity, rank, reshape, shape, size };
/** Every standard layer type. */
export const layerTypes: readonly LayerType[] = [
  cast,
  elementwise,
  where,
  argReduce,
  cumulative,
  reduce,
  identity,
  rank,
  reshape,
  shape,
  size,
];
