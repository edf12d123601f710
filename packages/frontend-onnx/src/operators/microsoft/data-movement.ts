import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required, setting } from "../../setting.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft GatherND: as in ai.onnx, which took it over. */
export const microsoftGatherNdOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatherND",
  inputs: { data: "tensor", indices: "tensor" },
  translate: ({ inputs: { data, indices }, add }) => add("gather-nd", [data, indices]),
});

/** com.microsoft Pad: the pads are an input, [2 × dimensions] or [1, 2 × dimensions]. */
export const microsoftPadOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Pad",
  inputs: { data: "tensor", pads: "setting", value: "setting?" },
  translate: ({ node, inputs: { data, pads, value }, add, undescribed }) => {
    const given = pads.numbers;
    if (given === undefined) return undescribed("its pads are not known");
    add("pad", [data, value], { pads: given, mode: node.word("mode", ["constant", "reflect", "edge"]) ?? "constant" });
  },
});

/** com.microsoft ExpandDims: a new dimension of size 1. */
export const expandDimsOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "ExpandDims",
  inputs: { x: "tensor", axis: "setting" },
  translate: ({ inputs: { x, axis }, add, undescribed }) => {
    const place = axis.number;
    if (place === undefined) return undescribed("the axis of its new dimension is not known");
    check(place >= -x.rank - 1 && place <= x.rank, () => `axis ${place} lies outside a tensor of ${x.rank + 1} dimensions`);
    add("reshape", [x], { shape: x.shape.toSpliced(place < 0 ? place + x.rank + 1 : place, 0, 1) });
  },
});

/** com.microsoft Trilu: the triangle from diagonal k upwards, or, without `upper`, downwards. */
export const microsoftTriluOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Trilu",
  inputs: { x: "tensor", k: "setting?" },
  translate: ({ node, inputs: { x, k }, add, undescribed }) => {
    const diagonal = setting(k, [0]);
    if (diagonal === "unknown" && x.values !== undefined) return undescribed("the diagonal that it begins at is not known");
    const from = (node.flag("upper") ?? true) ? "from" : "to";
    add("triangular", [x], diagonal === "unknown" ? {} : { [from]: diagonal?.[0] });
  },
});

/** com.microsoft UnfoldTensor: windows of `size` elements along `dim`, `step` apart. */
export const unfoldTensorOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "UnfoldTensor",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) =>
    add("unfold", [input], { axis: node.int("dim") ?? -1, size: required(node.int("size"), "size"), step: node.int("step") ?? 1 }),
});

/** com.microsoft RemovePadding: packs the tokens of padded sequences. */
export const removePaddingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "RemovePadding",
  inputs: { input: "tensor", lengths: "tensor" },
  translate: ({ inputs: { input, lengths }, add }) => add("remove-padding", [input, lengths]),
});

/** com.microsoft RestorePadding: puts packed tokens back into padded sequences. */
export const restorePaddingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "RestorePadding",
  inputs: { input: "tensor", offsets: "tensor" },
  translate: ({ inputs: { input, offsets }, add }) => add("restore-padding", [input, offsets]),
});

/** com.microsoft SampleOp: hands its input on. */
export const sampleOpOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "SampleOp",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("identity", [x]),
});
