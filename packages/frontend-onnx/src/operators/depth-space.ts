import { check } from "@modelgauge/core";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

const TYPES = { DepthToSpace: "depth-to-space", SpaceToDepth: "space-to-depth" } as const;

/** ai.onnx DepthToSpace, SpaceToDepth, since version 1. https://onnx.ai/onnx/operators/onnx__DepthToSpace.html */
export const depthSpaceOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: TYPES,
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }, type) => {
    const blockSize = node.int("blocksize");
    check(blockSize !== undefined, "attribute blocksize is missing");
    add(type, [x], { blockSize });
  },
});
