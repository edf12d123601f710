import type { OnnxNode } from "./onnx-node.ts";

/** The `p` of LpPool and GlobalLpPool: a float in version 1, whole since version 2. */
export function normPower(node: OnnxNode): number {
  return (node.version < 2 ? node.float("p") : node.int("p")) ?? 2;
}
