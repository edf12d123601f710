// Writes the public API of every published package, as its declarations tell it, to <package>/etc/<entry>.api.md.
// With --check it writes nothing, and fails where a report is stale.
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel, ExtractorMessageCategory } from "@microsoft/api-extractor";
import { root, workspacePackages } from "./workspace.ts";

const check = process.argv.includes("--check");

/** Answers whether the report on disk is that of the declarations; brings it up to date unless checking. */
function report(directory: string, declarations: string): boolean {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: directory,
      newlineKind: "lf",
      mainEntryPointFilePath: join(directory, declarations),
      compiler: {
        overrideTsconfig: {
          extends: join(root, "tsconfig.base.json"),
          compilerOptions: { types: ["node"] },
          files: [join(directory, declarations)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: entryName(declarations),
        reportFolder: join(directory, "etc"),
        reportTempFolder: join(root, "node_modules/.cache/api"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.None, addToApiReportFile: true },
        },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(directory, "package.json"),
  });
  mkdirSync(join(directory, "etc"), { recursive: true });
  const result = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message) => {
      // What changed is told below, in one line a package.
      if (message.category === ExtractorMessageCategory.Console) message.logLevel = ExtractorLogLevel.None;
    },
  });
  return !result.apiReportChanged && result.succeeded;
}

/** `index` of `./dist/index.d.ts`, `node` of `./dist/node/index.d.ts`. */
function entryName(declarations: string): string {
  return basename(declarations.replace("/index.d.ts", "").replace(/dist$/, "index"));
}

for (const { name, directory, exports } of workspacePackages().filter((each) => !each.private)) {
  for (const { types } of Object.values(exports)) {
    if (report(directory, types)) continue;
    if (check) {
      console.error(`${name}: the API is not that of etc/${entryName(types)}.api.md: run "pnpm api", and mind the semantic version`);
      process.exitCode = 1;
    } else {
      console.log(`${name}: etc/${entryName(types)}.api.md`);
    }
  }
}
