// Writes the files that are made from other files: indexes of what stands one a file, project references, the version.
// With --check it writes nothing, and fails where one is stale.
import { commandIndex } from "./generate/commands.ts";
import { type GeneratedFile, formatted, isStale, write } from "./generate/generated-file.ts";
import { layerTypeIndex } from "./generate/layer-types.ts";
import { networkLibrary } from "./generate/networks.ts";
import { onnxOperatorTable } from "./generate/onnx-operator-table.ts";
import { onnxOperatorIndex } from "./generate/onnx-operators.ts";
import { profileIndexes } from "./generate/profiles.ts";
import { reportSchemaModule } from "./generate/report-schema.ts";
import { tsconfigReferences } from "./generate/references.ts";
import { tfjsTranslatorIndexes } from "./generate/tfjs-translators.ts";
import { versionModule } from "./generate/version.ts";

const files: GeneratedFile[] = [
  commandIndex(),
  layerTypeIndex(),
  ...networkLibrary(),
  ...onnxOperatorIndex(),
  await onnxOperatorTable(),
  ...profileIndexes(),
  reportSchemaModule(),
  ...tfjsTranslatorIndexes(),
  ...tsconfigReferences(),
  versionModule(),
];
const stale = (await Promise.all(files.map(formatted))).filter(isStale);

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} is stale: run "pnpm generate"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const file of stale) {
    write(file);
    console.log(file.path);
  }
}
