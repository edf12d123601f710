import { check } from "@modelgauge/core";
import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** Fill: one value, everywhere. */
export const fillOp: TfjsOp = defineTfjsOp({
  op: "Fill",
  inputs: { dims: "setting", value: "setting" },
  translate({ inputs: { dims, value }, add, undescribed }) {
    if (dims.numbers === undefined) return undescribed(unknownValues(dims));
    const [known] = value.values ?? [];
    if (known === undefined) return add("expand", [value], { shape: dims.numbers });
    add("constant-fill", [], { shape: dims.numbers, dtype: value.dtype, value: known });
  },
});

/** Zeros and Ones of sizes. */
export const constantOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Zeros: 0, Ones: 1 },
  inputs: { shape: "setting" },
  translate({ node, inputs: { shape }, add, undescribed }, value) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    add("constant-fill", [], { shape: shape.numbers, dtype: node.dtype("T", "float32"), value });
  },
});

/** ZerosLike and OnesLike: of another tensor's shape. */
export const constantLikeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { ZerosLike: 0, OnesLike: 1 },
  inputs: { x: "tensor" },
  translate({ inputs: { x }, add }, value) {
    add("constant-fill", [], { shape: x.shape, dtype: x.dtype, ...(x.dtype !== "string" && { value }) });
  },
});

/** Random numbers of sizes. */
export const randomOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { RandomStandardNormal: "normal", RandomUniform: "uniform", TruncatedNormal: "truncated-normal" },
  inputs: { shape: "setting" },
  translate({ node, inputs: { shape }, add, undescribed }, distribution) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    add("random", [], { shape: shape.numbers, dtype: node.dtype("dtype", "float32"), distribution });
  },
});

/** RandomUniformInt: whole numbers from an interval. */
export const randomUniformIntOp: TfjsOp = defineTfjsOp({
  op: "RandomUniformInt",
  inputs: { shape: "setting", minimum: "setting?", maximum: "setting?" },
  translate({ inputs: { shape }, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    add("random", [], { shape: shape.numbers, dtype: "int32", distribution: "uniform", scaled: true });
  },
});

/** Multinomial: draws classes. */
export const multinomialOp: TfjsOp = defineTfjsOp({
  op: "Multinomial",
  inputs: { logits: "tensor", count: "setting" },
  translate({ inputs: { logits, count }, add, undescribed }) {
    if (count.number === undefined) return undescribed(unknownValues(count));
    add("multinomial", [logits], { samples: count.number, dtype: "int32" });
  },
});

/** Range from a start to before a limit. */
export const rangeOp: TfjsOp = defineTfjsOp({
  op: "Range",
  inputs: { start: "setting", limit: "setting", delta: "setting" },
  translate({ inputs: { start, limit, delta }, add, undescribed }) {
    const unknown = [start, limit, delta].find(({ number }) => number === undefined);
    if (unknown !== undefined) return undescribed(unknownValues(unknown));
    add("range", [], { start: start.number, limit: limit.number, step: delta.number, dtype: start.dtype });
  },
});

/** LinSpace: evenly spaced numbers. */
export const linSpaceOp: TfjsOp = defineTfjsOp({
  op: "LinSpace",
  inputs: { start: "setting", stop: "setting", count: "setting" },
  translate({ inputs: { start, stop, count }, add, undescribed }) {
    if (count.number === undefined) return undescribed(unknownValues(count));
    if (start.number === undefined || stop.number === undefined) return add("expand", [start], { shape: [count.number] });
    add("linspace", [], { start: start.number, stop: stop.number, count: count.number });
  },
});

/** OneHot along a new axis. */
export const oneHotOp: TfjsOp = defineTfjsOp({
  op: "OneHot",
  inputs: { indices: "tensor", depth: "setting", on: "setting", off: "setting" },
  translate({ node, inputs: { indices, depth, on, off }, step, add, undescribed }) {
    if (depth.number === undefined) return undescribed(unknownValues(depth));
    check(on.rank === 0 && off.rank === 0, "takes scalars as the marked and the unmarked element");
    const [offOn] = step("off-on", "stack", [off, on]);
    add("one-hot", [indices, offOn], { depth: depth.number, axis: node.int("axis", -1) });
  },
});
