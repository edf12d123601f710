import { readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { root, workspacePackages } from "../workspace.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** Each tsconfig.json with the project references that the package's dependencies ask for, and the root's with all packages. */
export function tsconfigReferences(): GeneratedFile[] {
  const packages = workspacePackages().filter(({ exports }) => Object.keys(exports).length > 0);
  const directories = new Map(packages.map(({ name, directory }) => [name, directory]));
  const all = packages.map(({ directory }) => between(root, directory));
  return [
    withReferences("tsconfig.json", [...all, "tsconfig.tests.json"]),
    withReferences("tsconfig.tests.json", all),
    ...packages.map(({ directory, dependencies }) =>
      withReferences(
        `${between(root, directory)}/tsconfig.json`,
        dependencies.flatMap((name) => directories.get(name) ?? []).map((dependency) => between(directory, dependency)),
      ),
    ),
  ];
}

function between(from: string, to: string): string {
  return relative(from, to).replaceAll(sep, posix.sep);
}

function withReferences(path: string, references: readonly string[]): GeneratedFile {
  const list = references.map((reference) => `{ "path": "${reference}" }`).join(",\n");
  return { path, text: readFileSync(join(root, path), "utf8").replace(/"references": \[[^\]]*\]/, `"references": [\n${list}\n]`) };
}
