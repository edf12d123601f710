import { check, isInteger, type Operand, product, resolveAxis } from "@modelgauge/core";
import { callOperands } from "../keras/call-operands.ts";
import { axesOf } from "../keras/config.ts";
import { itemKey } from "../keras/item-key.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { asDtype, tensorOf } from "./keras-operations.ts";
import { ofOneDtype } from "./merge.ts";

/** The most parts that a tensor is cut into. */
const PARTS_LIMIT = 65_536;

/** Functions of Keras 3 that give a tensor another shape. */
export const reshapeOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Reshape": "newshape", "ops.ExpandDims": "expand", "ops.Squeeze": "squeeze", "ops.Ravel": "ravel" } as const,
  translate(context, kind) {
    const { config } = context.layer;
    const x = tensorOf(context);
    const shape = (): readonly number[] => {
      if (kind === "ravel") return [-1];
      if (kind === "newshape") return sizesOf(context, "newshape", -1);
      const axis = config.at("axis");
      if (kind === "expand") {
        const rank = x.rank + axesOf(axis, []).length;
        const added = axesOf(axis, []).map((each) => resolveAxis(each, rank));
        return added.toSorted((a, b) => a - b).reduce<readonly number[]>((sizes, each) => sizes.toSpliced(each, 0, 1), x.shape);
      }
      const ones = [...x.shape.keys()].filter((each) => x.shape[each] === 1);
      const dropped = axesOf(axis, ones).map((each) => resolveAxis(each, x.rank));
      check(
        dropped.every((each) => x.shape[each] === 1),
        () => `of ${x.shape.join("×")}, axes ${dropped.join(", ")} are not all of size 1`,
      );
      return x.shape.filter((_, each) => !dropped.includes(each));
    };
    context.add("reshape", [x], { shape: shape() });
  },
});

/** Another order of axes. */
export const transposeOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Transpose": "all", "ops.Swapaxes": "two", "ops.Moveaxis": "some" } as const,
  translate(context, kind) {
    const { config } = context.layer;
    const x = tensorOf(context);
    const axes = [...x.shape.keys()];
    const resolved = (key: string, fallback: readonly number[]): readonly number[] =>
      axesOf(config.at(key), fallback).map((axis) => resolveAxis(axis, x.rank));
    const permutation = (): readonly number[] => {
      if (kind === "all") return resolved("axes", axes.toReversed());
      if (kind === "two") {
        const [a, b] = [resolveAxis(config.at("axis1").integer(), x.rank), resolveAxis(config.at("axis2").integer(), x.rank)];
        return axes.with(a, b).with(b, a);
      }
      const sources = resolved("source", []);
      const moves = resolved("destination", []).map((to, index) => [to, sources[index]!] as const);
      const left = axes.filter((axis) => !sources.includes(axis));
      return moves.toSorted(([a], [b]) => a - b).reduce<readonly number[]>((order, [to, from]) => order.toSpliced(to, 0, from), left);
    };
    context.add("transpose", [x], { permutation: permutation() });
  },
});

/** Tensors one behind the other, or side by side along a new axis. */
export const joiningOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Concatenate": "concat", "ops.Stack": "stack" } as const,
  translate(context, type) {
    const axis = context.layer.config.at("axis").integer(0);
    context.add(type, ofOneDtype(context, callOperands(context)), { axis });
  },
});

/** Parts of a tensor: so many, or cut at these places. */
export const splitOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Split",
  translate(context) {
    const { config } = context.layer;
    const x = tensorOf(context);
    const axis = resolveAxis(config.at("axis").integer(0), x.rank);
    const whole = x.shape[axis]!;
    const told = config.at("indices_or_sections");
    if (!told.isList) {
      const parts = told.integer();
      check(
        parts > 0 && parts <= PARTS_LIMIT && whole % parts === 0,
        () => `axis ${axis}, of size ${whole}, does not divide into ${parts} parts`,
      );
      return split(context, x, axis, new Array<number>(parts).fill(whole / parts));
    }
    const cuts = told.integers().map((cut) => Math.min(whole, Math.max(0, cut < 0 ? cut + whole : cut)));
    const sizes = [...cuts, whole].map((cut, index) => cut - (cuts[index - 1] ?? 0));
    check(
      sizes.every((size) => size >= 0),
      () => `${told.place} is not in order`,
    );
    split(context, x, axis, sizes);
  },
});

function split({ add }: TfjsLayerContext, x: Operand, axis: number, sizes: readonly number[]): void {
  add("split", [x], { axis, sizes }, { outputs: [...sizes.keys()] });
}

/** Parts that lack the axis. */
export const unstackOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Unstack",
  translate(context) {
    const x = tensorOf(context);
    const axis = resolveAxis(context.layer.config.at("axis").integer(0), x.rank);
    check(x.shape[axis]! <= PARTS_LIMIT, () => `axis ${axis} has ${x.shape[axis]} parts, more than ${PARTS_LIMIT}`);
    context.add("unstack", [x], { axis }, { outputs: Array.from({ length: x.shape[axis]! }, (_, part) => part) });
  },
});

/** A part of a tensor: `x[:, 0]`. */
export const itemOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.GetItem",
  translate(context) {
    const { call, inputs, step, add, undescribed } = context;
    const x = tensorOf(context);
    const key = call.isObject ? itemKey(call.at("args").items()[1] ?? call.at("kwargs").at("key"), x.shape) : undefined;
    if (key === undefined || inputs.length > 1) return undescribed("parts by indices that the network computes are not described");
    const { shape, ...part } = key;
    if (shape.length === part.sizes.length && shape.every((size, axis) => size === part.sizes[axis])) return add("slice", [x], part);
    const [taken] = step("part", "slice", [x], part);
    add("reshape", [taken], { shape });
  },
});

/** Slices by their indices, of the elements in a row where no axis is named. */
export const takeOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Take": "gather", "ops.TakeAlongAxis": "gather-elements" } as const,
  translate(context, type) {
    const { config } = context.layer;
    const [x, given] = callOperands(context, "int32");
    check(x !== undefined && given !== undefined, "takes a tensor and indices");
    const indices = isInteger(given.dtype) ? given : asDtype(context, given, "int32");
    if (config.has("axis")) return context.add(type, [x, indices], { axis: config.at("axis").integer() });
    const [flat] = context.step("flat", "reshape", [x], { shape: [-1] });
    context.add(type, [flat, indices], { axis: 0 });
  },
});

/** Each element so often, of the elements in a row where no axis is named. */
export const repeatOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Repeat",
  translate(context) {
    const { layer, step, add, constant } = context;
    const x = tensorOf(context);
    const [row] = layer.config.has("axis") ? [x] : step("flat", "reshape", [x], { shape: [-1] });
    const axis = resolveAxis(layer.config.at("axis").integer(0), row!.rank);
    const repeats = axesOf(layer.config.at("repeats"), []);
    const shape = row!.shape;
    if (repeats.length !== 1) {
      const total = repeats.reduce((sum, count) => sum + count, 0);
      check(repeats.length === shape[axis], () => `${repeats.length} repeats do not fit axis ${axis}, of size ${shape[axis]}`);
      return add("gather", [row, constant("int32", [total])], { axis });
    }
    const [apart] = step("apart", "reshape", [row], { shape: shape.toSpliced(axis + 1, 0, 1) });
    const [tiled] = step("tiled", "tile", [apart], { repeats: [...shape, 1].map((_, each) => (each === axis + 1 ? repeats[0]! : 1)) });
    add("reshape", [tiled], { shape: shape.with(axis, product([shape[axis]!, repeats[0]!])) });
  },
});

/** A whole tensor so often. */
export const tileOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Tile",
  translate(context) {
    const x = tensorOf(context);
    const given = axesOf(context.layer.config.at("repeats"), []);
    const rank = Math.max(x.rank, given.length);
    const repeats = [...new Array<number>(rank - given.length).fill(1), ...given];
    if (rank === x.rank) return context.add("tile", [x], { repeats });
    const [filled] = context.step("filled", "reshape", [x], { shape: [...new Array<number>(rank - x.rank).fill(1), ...x.shape] });
    context.add("tile", [filled], { repeats });
  },
});

/** A size for all that is spread. */
export const broadcastOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.BroadcastTo",
  translate: (context) => context.add("expand", [tensorOf(context)], { shape: sizesOf(context, "shape", 1) }),
});

/** More elements around a tensor; one pair of numbers, or one number, stands for all axes. */
export const padOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Pad",
  translate(context) {
    const { config } = context.layer;
    const x = tensorOf(context);
    const told = config.at("pad_width");
    const entries = told.isList ? told.items() : [told];
    const pairs = (entries.every((entry) => !entry.isList) ? [told] : entries).map((entry) => axesOf(entry, []));
    check(pairs.length === 1 || pairs.length === x.rank, () => `${pairs.length} pads do not fit ${x.rank} dimensions`);
    const of = (axis: number): readonly number[] => pairs[pairs.length === 1 ? 0 : axis]!;
    const pads = [...x.shape.map((_, axis) => of(axis)[0]!), ...x.shape.map((_, axis) => of(axis).at(-1)!)];
    const mode = config.at("mode").word(["constant", "reflect", "symmetric", "edge", "wrap"], "constant");
    context.add("pad", [x], { pads, mode });
  },
});

/** The other way round, along all axes where none is named. */
export const flipOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Flip",
  translate(context) {
    const x = tensorOf(context);
    context.add("reverse", [x], { axes: axesOf(context.layer.config.at("axis"), [...x.shape.keys()]) });
  },
});

/** What is pushed out at one end comes in at the other. */
export const rollOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Roll",
  translate(context) {
    const { layer, step, add, undescribed } = context;
    const x = tensorOf(context);
    const axes = axesOf(layer.config.at("axis"), []).map((axis) => resolveAxis(axis, x.rank));
    const shifts = axesOf(layer.config.at("shift"), []);
    if (axes.length === 0) return undescribed("rolling along all axes is not described", [x.type]);
    const rolled = axes.slice(0, -1).reduce((so, axis, index) => {
      return step(`rolled-${index}`, "concat", ends(context, so, axis, shifts[index] ?? shifts[0]!, index), { axis })[0]!;
    }, x);
    const last = axes.length - 1;
    add("concat", ends(context, rolled, axes[last]!, shifts[last] ?? shifts[0]!, last), { axis: axes[last]! });
  },
});

/** The last elements along an axis, and those before them. */
function ends({ step }: TfjsLayerContext, x: Operand, axis: number, shift: number, index: number): readonly Operand[] {
  const size = x.shape[axis]!;
  const moved = size === 0 ? 0 : ((shift % size) + size) % size;
  const part = (name: string, start: number, count: number): Operand =>
    step(`${name}-${index}`, "slice", [x], {
      starts: x.shape.map((_, each) => (each === axis ? start : 0)),
      sizes: x.shape.with(axis, count),
    })[0]!;
  return [part("end", size - moved, moved), part("begin", 0, size - moved)];
}

/** Triangles of matrices. */
export const triangleOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Tril": "to", "ops.Triu": "from" } as const,
  translate: (context, bound) => context.add("triangular", [tensorOf(context)], { [bound]: context.layer.config.at("k").integer(0) }),
});

/** A shape in the configuration, with a number for what it leaves open. */
function sizesOf({ layer: { config } }: TfjsLayerContext, key: string, open: number): readonly number[] {
  return config
    .at(key)
    .items()
    .map((size) => (size.isPresent ? size.integer() : open));
}
