import { join } from "node:path";
import { root } from "../workspace.ts";
import { declarations } from "./declarations.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const source = "packages/frontend-tfjs/src";

/**
 * The lists of the translators of Keras layers (`export const … = defineTfjsLayer(`, or `defineTfjsLayers(` for an array of them, in
 * packages/frontend-tfjs/src/layers) and of TensorFlow operations (`defineTfjsOp(`, `defineTfjsOps(`, in src/ops).
 */
export function tfjsTranslatorIndexes(): GeneratedFile[] {
  return [
    index({ folder: "layers", define: "defineTfjsLayer", type: "TfjsLayer", file: "layer-translator.ts", what: "Keras layer class" }),
    index({ folder: "ops", define: "defineTfjsOp", type: "TfjsOp", file: "op-translator.ts", what: "TensorFlow operation" }),
  ];
}

interface IndexOptions {
  readonly folder: "layers" | "ops";
  readonly define: string;
  readonly type: string;
  readonly file: string;
  readonly what: string;
}

function index({ folder, define, type, file, what }: IndexOptions): GeneratedFile {
  const found = declarations(join(root, source, folder), [define, `${define}s`]);
  const text = [
    HEADER,
    `import type { ${type} } from "../${file}";`,
    ...found.map((each) => `import { ${each.name} } from "../${folder}/${each.file}";`),
    `/** Every ${what} that this package translates. */`,
    `export const ${folder}: readonly ${type}[] = [`,
    ...found.map((each) => `${each.define === `${define}s` ? "..." : ""}${each.name},`),
    "];",
  ];
  return { path: `${source}/generated/${folder}.ts`, text: text.join("\n") };
}
