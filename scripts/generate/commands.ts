import { join } from "node:path";
import { root } from "../workspace.ts";
import { declarations } from "./declarations.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const folder = "packages/modelgauge/src";

/** The list of the CLI's commands: `export const … = defineCommand(` in packages/modelgauge/src/commands. */
export function commandIndex(): GeneratedFile {
  const found = declarations(join(root, folder, "commands"), ["defineCommand"]);
  const text = [
    HEADER,
    'import type { CommandFactory } from "../command.ts";',
    ...found.map(({ name, file }) => `import { ${name} } from "../commands/${file}";`),
    "/** Every command of the CLI, in the order of its help. */",
    `export const commands: readonly CommandFactory[] = [${found.map(({ name }) => name).join(", ")}];`,
  ];
  return { path: `${folder}/generated/commands.ts`, text: text.join("\n") };
}
