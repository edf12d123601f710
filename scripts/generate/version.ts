import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

/** The version that reports name: that of packages/core/package.json, which all published packages share. */
export function versionModule(): GeneratedFile {
  const { version } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8"));
  return {
    path: "packages/core/src/analysis/version.ts",
    text: `${HEADER}\n/** Version of this release, as reports name it. */\nexport const VERSION: string = ${JSON.stringify(version)};`,
  };
}
