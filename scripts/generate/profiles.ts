import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../workspace.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

/**
 * The profiles of each hardware package, from `hardware-profiles/<vendor>/profiles/*.json`. They are embedded rather than imported, so
 * that every bundler and runtime takes them.
 */
export function profileIndexes(): GeneratedFile[] {
  return globSync("hardware-profiles/*/package.json", { cwd: root })
    .toSorted()
    .map(dirname)
    .map((directory) => {
      const profiles = globSync("profiles/*.json", { cwd: join(root, directory) })
        .toSorted()
        .map((file) => embedded(readFileSync(join(root, directory, file), "utf8")));
      const text = [
        HEADER,
        profiles.length > 0
          ? 'import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";'
          : 'import type { HardwareProfile } from "@modelgauge/core";',
        "/** Every profile of this package. */",
        `export const profiles: readonly HardwareProfile[] = [${profiles.map((profile) => `defineHardwareProfile(${profile})`).join(",\n")}];`,
      ];
      return { path: `${directory}/src/generated/profiles.ts`, text: text.join("\n") };
    });
}

/** The profile as a literal; `$schema` is for editors of the file only. */
function embedded(json: string): string {
  const { $schema: _, ...profile } = JSON.parse(json);
  return JSON.stringify(profile);
}
