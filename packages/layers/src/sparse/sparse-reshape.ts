import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { toScalar } from "../values/integers.ts";

/**
 * The indices of a sparse tensor's elements in another shape.
 *
 * indices: [n, dimensions]. shape, target: the sizes before and after, as vectors; one size of the target may be −1. Outputs: the indices
 * [n, dimensions of the target], and the target with what −1 stands for.
 * Work, per element: a multiplication and an add for each dimension before, a division for each after.
 */
export const sparseReshape: LayerType = defineLayerType({
  type: "sparse-reshape",
  attributes: z.strictObject({}),
  inputs: { indices: "tensor", shape: "tensor", target: "tensor" },

  describe({ inputs: { indices, shape, target } }) {
    const [elements, before] = indices.shape;
    const fits = indices.shape.length === 2 && shape.shape.length === 1 && target.shape.length === 1 && shape.shape[0] === before;
    check(fits, () => `indices of ${formatShape(indices.shape)} do not point into ${formatShape(shape.shape)} dimensions`);
    const after = target.shape[0]!;
    return {
      outputs: [
        { dtype: indices.dtype, shape: [elements!, after] },
        { dtype: target.dtype, shape: [after] },
      ],
      work: { multiply: elements! * before!, add: elements! * before!, divide: elements! * after },
    };
  },

  evaluate({ inputs: { shape, target } }) {
    if (!shape.values || !target.values) return undefined;
    const sizes = target.values.map((size) => BigInt(size));
    const all = shape.values.reduce<bigint>((product, size) => product * BigInt(size), 1n);
    const known = sizes.reduce<bigint>((product, size) => (size === -1n ? product : product * size), 1n);
    if (sizes.includes(-1n) && known === 0n) return undefined;
    return [undefined, sizes.map((size) => toScalar(size === -1n ? all / known : size))];
  },
});
