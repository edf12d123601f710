import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

const DTYPES = { TO_FLOAT: "float32", TO_STRING: "string", TO_INT64: "int64" } as const;

/** ai.onnx.ml CastMap, since version 1: a sparse map fills `max_map` columns. https://onnx.ai/onnx/operators/onnx_aionnxml_CastMap.html */
export const castMapOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "CastMap",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const dtype = DTYPES[node.word("cast_to", ["TO_FLOAT", "TO_STRING", "TO_INT64"]) ?? "TO_FLOAT"];
    const isSparse = node.word("map_form", ["DENSE", "SPARSE"]) === "SPARSE";
    add("cast-map", [x], { dtype, ...(isSparse && { columns: node.int("max_map") ?? 1 }) });
  },
});
