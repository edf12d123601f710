import { check, resolveAxis } from "@modelgauge/core";
import { layoutOfNode } from "../graph/image-window.ts";
import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** Reshape; one size may be −1. */
export const reshapeOp: TfjsOp = defineTfjsOp({
  op: "Reshape",
  inputs: { tensor: "tensor", shape: "setting" },
  passes: true,
  translate({ inputs: { tensor, shape }, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    add("reshape", [tensor], { shape: shape.numbers });
  },
});

/** ExpandDims: a new dimension of size 1. */
export const expandDimsOp: TfjsOp = defineTfjsOp({
  op: "ExpandDims",
  inputs: { input: "tensor", axis: "setting" },
  passes: true,
  translate({ inputs: { input, axis }, add, undescribed }) {
    if (axis.number === undefined) return undescribed(unknownValues(axis));
    add("reshape", [input], { shape: input.shape.toSpliced(resolveAxis(axis.number, input.rank + 1), 0, 1) });
  },
});

/** Squeeze: without the named dimensions of size 1; without all such where none is named. */
export const squeezeOp: TfjsOp = defineTfjsOp({
  op: "Squeeze",
  inputs: { input: "tensor" },
  passes: true,
  translate({ node, inputs: { input }, add }) {
    const named = node.ints("squeeze_dims", node.ints("axis", []));
    const axes = named.map((axis) => resolveAxis(axis, input.rank));
    for (const axis of axes) check(input.shape[axis] === 1, () => `dimension ${axis} has size ${input.shape[axis]}, not 1`);
    add("reshape", [input], { shape: input.shape.filter((size, axis) => (axes.length === 0 ? size !== 1 : !axes.includes(axis))) });
  },
});

/** BroadcastTo a shape. */
export const broadcastToOp: TfjsOp = defineTfjsOp({
  op: "BroadcastTo",
  inputs: { input: "tensor", shape: "setting" },
  translate({ inputs: { input, shape }, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    add("expand", [input], { shape: shape.numbers });
  },
});

/** BroadcastArgs: the shape that two shapes broadcast to. */
export const broadcastArgsOp: TfjsOp = defineTfjsOp({
  op: "BroadcastArgs",
  inputs: { s0: "setting", s1: "setting" },
  translate: ({ inputs: { s0, s1 }, add }) => add("broadcast-shapes", [s0, s1]),
});

/** DepthToSpace and SpaceToDepth. */
export const depthToSpaceOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { DepthToSpace: "depth-to-space", SpaceToDepth: "space-to-depth" },
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }, type) =>
    add(type, [input], { blockSize: node.int("block_size"), layout: layoutOfNode(node) }),
});

/** SpaceToBatchND and BatchToSpaceND; the second input has a pair for each blocked dimension. */
export const spaceToBatchOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { SpaceToBatchND: ["space-to-batch", "pads"], BatchToSpaceND: ["batch-to-space", "crops"] } as const,
  inputs: { input: "tensor", block: "setting", pairs: "setting" },
  translate({ inputs: { input, block, pairs }, add, undescribed }, [type, name]) {
    const unknown = [block, pairs].find(({ numbers }) => numbers === undefined);
    if (unknown !== undefined) return undescribed(unknownValues(unknown));
    add(type, [input], { block: block.numbers, [name]: beforesThenAfters(pairs.numbers!) });
  },
});

/** Pad and PadV2: with zeros, or with a value. */
export const padOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Pad: undefined, PadV2: undefined },
  inputs: { input: "tensor", paddings: "setting", value: "setting?" },
  translate({ inputs: { input, paddings, value }, add, undescribed }) {
    if (paddings.numbers === undefined) return undescribed(unknownValues(paddings));
    add("pad", [input, value], { pads: beforesThenAfters(paddings.numbers) });
  },
});

/** MirrorPad: with what stands at the border. */
export const mirrorPadOp: TfjsOp = defineTfjsOp({
  op: "MirrorPad",
  inputs: { input: "tensor", paddings: "setting" },
  translate({ node, inputs: { input, paddings }, add, undescribed }) {
    if (paddings.numbers === undefined) return undescribed(unknownValues(paddings));
    const mode = node.string("mode", "REFLECT").toUpperCase() === "SYMMETRIC" ? "symmetric" : "reflect";
    add("pad", [input], { pads: beforesThenAfters(paddings.numbers), mode });
  },
});

/** Tile: repeats each dimension. */
export const tileOp: TfjsOp = defineTfjsOp({
  op: "Tile",
  inputs: { input: "tensor", multiples: "setting" },
  translate({ inputs: { input, multiples }, add, undescribed }) {
    if (multiples.numbers === undefined) return undescribed(unknownValues(multiples));
    add("tile", [input], { repeats: multiples.numbers });
  },
});

/** Pairs, one after the other, as all firsts, then all seconds. */
function beforesThenAfters(pairs: readonly number[]): readonly number[] {
  return [...pairs.filter((_, index) => index % 2 === 0), ...pairs.filter((_, index) => index % 2 === 1)];
}
