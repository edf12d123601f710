import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { sourceOf, workspacePackages } from "./scripts/workspace.ts";

const packages = workspacePackages();

/** Workspace packages resolve to their sources, so that tests need no build. */
const alias = packages.flatMap(({ name, directory, exports }) =>
  Object.entries(exports).map(([subpath, { default: file }]) => ({
    find: new RegExp(`^${name}${subpath.slice(1)}$`),
    replacement: sourceOf(directory, file),
  })),
);

const tests = ["src/**/*.test.ts", "test/**/*.test.ts"];
const conformanceTests = "**/*.conformance.test.ts";

export default defineConfig({
  resolve: { alias },
  test: {
    fsModuleCache: false,
    projects: [
      ...packages.map(({ directory }) => ({
        extends: true as const,
        test: { name: basename(directory), root: directory, include: tests, exclude: [conformanceTests, "**/node_modules/**"] },
      })),
      { extends: true, test: { name: "scripts", root: "scripts", include: ["**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "conformance", include: [`{packages,plugins}/*/{src,test}/${conformanceTests}`], testTimeout: 300_000 },
      },
    ],
  },
});
