import { check, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";
import { required, setting } from "../setting.ts";

/**
 * ai.onnx Slice, since version 1, and DynamicSlice, an experiment of version 1; starts, ends and axes are attributes before version 10 and
 * inputs, with steps, since. Bounds count from the end where negative, and are clamped to the tensor; where they are not known, the part
 * is at most all of it. https://onnx.ai/onnx/operators/onnx__Slice.html
 */
export const sliceOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { Slice: "slice", DynamicSlice: "slice" },
  inputs: { data: "tensor", starts: "setting?", ends: "setting?", axes: "setting?", steps: "setting?" },
  passes: true,
  translate: ({ node, inputs, add, declared, undescribed }, type) => {
    const { data } = inputs;
    const starts = required(setting(inputs.starts, node.ints("starts")), "starts");
    const ends = required(setting(inputs.ends, node.ints("ends")), "ends");
    const axes = setting(inputs.axes, node.ints("axes"));
    const steps = setting(inputs.steps, undefined);
    if (starts === "unknown" || ends === "unknown" || axes === "unknown" || steps === "unknown") {
      const sizes = declaredShape(declared(0));
      // Its values would be taken for those of the part.
      if (data.values !== undefined) return undescribed("the bounds of the part that it takes are not known");
      return add(type, [data], { starts: data.shape.map(() => 0), sizes: sizes ?? data.shape }, sizes ? {} : { status: "at-most" });
    }
    const cuts = data.shape.map((size): Cut => ({ start: 0, size, step: 1 }));
    const named = axes?.map((axis) => resolveAxis(axis, data.rank)) ?? starts.map((_, axis) => axis);
    for (const [other, what] of [
      [ends, "ends"],
      [named, "axes"],
      [steps ?? starts, "steps"],
    ] as const) {
      check(other.length === starts.length, () => `there are ${starts.length} starts and ${other.length} ${what}`);
    }
    named.forEach((axis, index) => {
      check(axis < data.rank, () => `there are bounds of ${named.length} dimensions, the input has ${data.rank}`);
      cuts[axis] = cut(data.shape[axis]!, starts[index]!, ends[index]!, steps?.[index] ?? 1);
    });
    const attributes = {
      starts: cuts.map(({ start }) => start),
      sizes: cuts.map(({ size }) => size),
      ...(steps && { steps: cuts.map(({ step }) => step) }),
    };
    add(type, [data], attributes, { growsWith: cuts.every(({ step }) => step > 0) ? [inputs.ends] : [] });
  },
});

/** A part of a dimension: so many elements from the first one on, each so many steps from the last. */
interface Cut {
  readonly start: number;
  readonly size: number;
  readonly step: number;
}

function cut(size: number, start: number, end: number, step: number): Cut {
  check(step !== 0, "a step is 0");
  const clamped = (bound: number, least: number, greatest: number): number =>
    Math.max(least, Math.min(bound < 0 ? bound + size : bound, greatest));
  const first = step > 0 ? clamped(start, 0, size) : clamped(start, 0, size - 1);
  const last = step > 0 ? clamped(end, 0, size) : clamped(end, -1, size - 1);
  return { start: Math.max(0, first), size: size === 0 ? 0 : Math.max(0, Math.ceil((last - first) / step)), step };
}
