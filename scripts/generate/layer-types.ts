import { join } from "node:path";
import { root } from "../workspace.ts";
import { declarations } from "./declarations.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const folder = "packages/layers/src";

/** The list of the standard layer types, and each by its name: `export const … = defineLayerType(` in packages/layers. */
export function layerTypeIndex(): GeneratedFile {
  const found = declarations(join(root, folder), ["defineLayerType"]);
  const text = [
    HEADER,
    'import type { LayerType } from "@modelgauge/core";',
    ...found.map(({ name, file }) => `import { ${name} } from "../${file}";`),
    `export { ${found.map(({ name }) => name).join(", ")} };`,
    "/** Every standard layer type. */",
    `export const layerTypes: readonly LayerType[] = [${found.map(({ name }) => name).join(", ")}];`,
  ];
  return { path: `${folder}/generated/layer-types.ts`, text: text.join("\n") };
}
