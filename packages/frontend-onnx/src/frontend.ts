import { defineFrontend, type Frontend } from "@modelgauge/core";
import type { OnnxOperator } from "./operator.ts";
import { onnxModel } from "./onnx-model.ts";
import { fromModelProto, isModelProtoObject } from "./proto/from-model-proto.ts";
import { readModelProto } from "./proto/read-model-proto.ts";
import { recognisesOnnx } from "./proto/recognise.ts";

/** Reads ONNX files, and models that onnx-proto has decoded, with the translators at hand. */
export function onnxFrontend(operators: readonly OnnxOperator[]): Frontend {
  return defineFrontend({
    id: "onnx",
    title: "ONNX",
    recognises: recognisesOnnx,
    open: async (source) => onnxModel(await readModelProto(source), source.name.replace(/\.onnx$/i, ""), operators, source),
    objects: {
      recognises: isModelProtoObject,
      open: (object) => Promise.resolve(onnxModel(fromModelProto(object), "model", operators)),
    },
  });
}
