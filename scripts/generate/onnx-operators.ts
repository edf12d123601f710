import { join } from "node:path";
import { root } from "../workspace.ts";
import { declarations } from "./declarations.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const source = "packages/frontend-onnx/src";

/**
 * The list of the ONNX operators: `export const … = defineOnnxOperator(` (one) and `defineOnnxOperators(` (an array of them) in
 * packages/frontend-onnx/src/operators.
 */
export function onnxOperatorIndex(): GeneratedFile[] {
  const found = declarations(join(root, source, "operators"), ["defineOnnxOperator", "defineOnnxOperators"]);
  if (found.length === 0) return [];
  const text = [
    HEADER,
    'import type { OnnxOperator } from "../operator.ts";',
    ...found.map(({ name, file }) => `import { ${name} } from "../operators/${file}";`),
    "/** Every operator that this package translates. */",
    "export const operators: readonly OnnxOperator[] = [",
    ...found.map(({ name, define }) => `${define === "defineOnnxOperators" ? "..." : ""}${name},`),
    "];",
  ];
  return [{ path: `${source}/generated/operators.ts`, text: text.join("\n") }];
}
