import { check, type DType, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import type { OnnxContext } from "../../operator.ts";

/** What attention is computed of. */
export interface Projections {
  readonly query: Operand;
  readonly key: Operand;
  readonly value: Operand;
}

/** Features of query, key and value. */
export type ProjectionSizes = readonly [query: number, key: number, value: number];

/**
 * How a merged matrix or bias divides into query, key and value: by `qkv_hidden_sizes`, else into equal parts.
 *
 * @throws ModelGaugeError `invalid-layer` when the parts do not make up the whole
 */
export function projectionSizes(node: OnnxNode, merged: number): ProjectionSizes {
  const stated = node.ints("qkv_hidden_sizes");
  const sizes = stated !== undefined && stated.length > 0 ? stated : [merged / 3, merged / 3, merged / 3];
  const fits = sizes.length === 3 && sizes.every(Number.isInteger) && sizes.reduce((sum, size) => sum + size, 0) === merged;
  check(fits, () => `${merged} merged features do not divide into query, key and value${stated ? ` of ${stated.join(", ")}` : ""}`);
  return sizes as unknown as ProjectionSizes;
}

/**
 * Projects an input to query, key and value, as three products with the parts of one merged weight. The weight is the first one's.
 *
 * @param dtype dtype of the projections, where it is not the input's
 * @throws ModelGaugeError `invalid-layer` when the weight does not fit the input
 */
export function projected(
  { step }: Pick<OnnxContext, "step">,
  x: Operand,
  weights: readonly [weight: Operand, bias: Operand | undefined],
  sizes: ProjectionSizes,
  dtype?: DType,
): Projections {
  const [weight, bias] = weights;
  check(
    weight.rank === 2 && weight.shape[0] === x.shape.at(-1),
    () => `the input is ${formatShape(x.shape)}, the weight ${formatShape(weight.shape)}`,
  );
  const project = (name: string, units: number, own: readonly Operand[]): Operand =>
    step(name, "linear", [x], { units, bias: bias !== undefined, ...(dtype && { dtype }) }, { weights: own })[0]!;
  return {
    query: project("query", sizes[0], bias ? [weight, bias] : [weight]),
    key: project("key", sizes[1], []),
    value: project("value", sizes[2], []),
  };
}

/** Adds the parts of a merged bias to query, key and value; those of 4 dimensions, which have no features, have theirs already. */
export function biased(
  { step }: Pick<OnnxContext, "step">,
  { query, key, value }: Projections,
  bias: Operand | undefined,
  sizes: ProjectionSizes,
): Projections {
  if (bias === undefined) return { query, key, value };
  const parts = step("bias", "split", [bias], { axis: 0, sizes }, { count: 3, weights: [] }) as [Operand, Operand, Operand];
  const add = (name: string, x: Operand, part: Operand): Operand =>
    x.rank === 4 ? x : step(`${name}-bias`, "elementwise", [x, part], { function: "add" }, { weights: [] })[0]!;
  return { query: add("query", query, parts[0]), key: add("key", key, parts[1]), value: add("value", value, parts[2]) };
}

/** Takes query, key and value out of one tensor, along its last dimension. */
export function unmerged({ step }: Pick<OnnxContext, "step">, merged: Operand, sizes: ProjectionSizes): Projections {
  const [query, key, value] = step("split", "split", [merged], { axis: -1, sizes }, { count: 3, weights: [] }) as [
    Operand,
    Operand,
    Operand,
  ];
  return { query, key, value };
}
