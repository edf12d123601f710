import { check, type Operand } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Resize, since version 10. Scales are float32: an output size is ⌊size × scale⌋ of their float32 product; with
 * `tf_crop_and_resize`, of the part that `roi` leaves. Since version 18, `axes` names the resized dimensions and
 * `keep_aspect_ratio_policy` makes one scale of them. https://onnx.ai/onnx/operators/onnx__Resize.html
 */
export const resizeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Resize",
  inputs: { x: "tensor", roi: "setting?", scales: "setting?", sizes: "setting?" },
  translate: ({ node, operands: [x, second, third, fourth], add, declared, undescribed }) => {
    check(x !== undefined, "input 0 (x) is missing");
    const [roi, scales, sizes] = node.version === 10 ? [undefined, second, undefined] : [second, third, fourth];
    const shape = resized(node, x, { roi, scales, sizes }) ?? declaredShape(declared(0));
    if (shape === undefined) return undescribed("neither its scales nor its sizes are known");
    add("resize", [x], { shape, mode: mode(node), antialias: node.flag("antialias") ?? false }, { growsWith: [scales, sizes] });
  },
});

/** ai.onnx Upsample, version 1 to 9. https://onnx.ai/onnx/operators/onnx__Upsample.html */
export const upsampleOperator: OnnxOperator = defineOnnxOperator({
  operator: "Upsample",
  inputs: { x: "tensor", scales: "setting?" },
  translate: ({ node, inputs: { x, scales }, add, declared, undescribed }) => {
    const height = node.float("height_scale");
    const width = node.float("width_scale");
    const factors =
      scales?.numbers ??
      node.floats("scales") ??
      (height === undefined || width === undefined ? undefined : [...x.shape.slice(2).map(() => 1), height, width]);
    const shape = (factors && scaled(x, factors, allAxes(x))) ?? declaredShape(declared(0));
    if (shape === undefined) return undescribed("its scales are not known");
    add("resize", [x], { shape, mode: mode(node) }, { growsWith: [scales] });
  },
});

interface Targets {
  readonly roi: Operand | undefined;
  readonly scales: Operand | undefined;
  readonly sizes: Operand | undefined;
}

function resized(node: OnnxNode, x: Operand, { roi, scales, sizes }: Targets): readonly number[] | undefined {
  const axes = (node.ints("axes") ?? allAxes(x)).map((axis) => (axis < 0 ? axis + x.rank : axis));
  check(
    axes.every((axis) => axis >= 0 && axis < x.rank),
    () => `axes ${axes.join(", ")} lie outside a tensor of ${x.rank} dimensions`,
  );
  const targets = sizes?.numbers;
  if (targets !== undefined && targets.length > 0) return sized(node, x, targets, axes);
  const factors = scales?.numbers;
  if (factors === undefined || (factors.length === 0 && sizes !== undefined)) return undefined;
  const cropped = node.string("coordinate_transformation_mode") === "tf_crop_and_resize";
  const region = cropped ? roi?.numbers : undefined;
  return scaled(x, factors, axes, region);
}

function sized(node: OnnxNode, { shape }: Operand, targets: readonly number[], axes: readonly number[]): readonly number[] {
  check(targets.length === axes.length, () => `there are ${targets.length} sizes for ${axes.length} axes`);
  const policy = node.word("keep_aspect_ratio_policy", ["stretch", "not_larger", "not_smaller"]) ?? "stretch";
  const result = [...shape];
  if (policy === "stretch") axes.forEach((axis, index) => (result[axis] = targets[index]!));
  else {
    const ratios = axes.map((axis, index) => targets[index]! / shape[axis]!);
    const scale = policy === "not_larger" ? Math.min(...ratios) : Math.max(...ratios);
    for (const axis of axes) result[axis] = Math.floor(scale * shape[axis]! + 0.5);
  }
  return result;
}

function scaled({ shape }: Operand, factors: readonly number[], axes: readonly number[], region?: readonly number[]): readonly number[] {
  check(factors.length === axes.length, () => `there are ${factors.length} scales for ${axes.length} axes`);
  const result = [...shape];
  axes.forEach((axis, index) => {
    const factor = factors[index]!;
    check(Number.isFinite(factor) && factor > 0, () => `a scale of ${factor} is no scale`);
    const part = region === undefined ? 1 : Math.fround(region[index + axes.length]! - region[index]!);
    result[axis] = Math.floor(Math.fround(Math.fround(shape[axis]! * part) * Math.fround(factor)));
  });
  return result;
}

function allAxes({ rank }: Operand): readonly number[] {
  return Array.from({ length: rank }, (_, axis) => axis);
}

/** `bilinear` is what versions 1 and 7 of Upsample call it. */
function mode(node: OnnxNode): "nearest" | "linear" | "cubic" {
  const word = node.word("mode", ["nearest", "linear", "cubic", "bilinear"]) ?? "nearest";
  return word === "bilinear" ? "linear" : word;
}
