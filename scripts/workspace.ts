import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root directory. */
export const root: string = join(import.meta.dirname, "..");

/** One package of the workspace, as its package.json tells it. */
export interface WorkspacePackage {
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  readonly private: boolean;
  /** None where the package has nothing to compile. */
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  /** Names of the workspace packages that it depends on at run time. */
  readonly dependencies: readonly string[];
}

/** Every package of the workspace, by directory. */
export function workspacePackages(): WorkspacePackage[] {
  return globSync("{packages,plugins,hardware-profiles,examples}/*/package.json", { cwd: root })
    .toSorted()
    .map((file) => {
      const manifest = JSON.parse(readFileSync(join(root, file), "utf8"));
      const dependencies: Record<string, string> = manifest.dependencies ?? {};
      return {
        name: manifest.name,
        directory: join(root, dirname(file)),
        private: manifest.private === true,
        exports: manifest.exports ?? {},
        dependencies: Object.keys(dependencies).filter((name) => dependencies[name]?.startsWith("workspace:")),
      };
    });
}

/** The TypeScript source of a file in a package's `dist`. */
export function sourceOf(directory: string, distFile: string): string {
  return join(directory, distFile.replace("./dist/", "src/").replace(/\.js$/, ".ts"));
}
