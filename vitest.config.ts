import { basename, join } from "node:path";
import { defineConfig } from "vitest/config";
import { root, sourceOf, workspacePackages } from "./scripts/workspace.ts";

const packages = workspacePackages();

/** Workspace packages resolve to their sources, so that tests need no build. */
const alias = packages.flatMap(({ name, directory, exports }) =>
  Object.entries(exports).map(([subpath, { default: file }]) => ({
    find: new RegExp(`^${name}${subpath.slice(1)}$`),
    replacement: sourceOf(directory, file),
  })),
);

const conformanceTests = "{src,test}/**/*.conformance.test.ts";

export default defineConfig({
  resolve: { alias },
  test: {
    fsModuleCache: false,
    // Long enough for properties with many samples on a busy machine.
    testTimeout: 30_000,
    // Modules hold no state that tests change: evaluated once per worker, not once per file, the suite takes a third of the time.
    isolate: false,
    benchmark: { include: ["src/**/*.bench.ts"] },
    projects: [
      ...packages.map(({ directory }) => ({
        extends: true as const,
        test: { name: basename(directory), root: directory, include: ["{src,test}/**/*.test.ts"], exclude: [conformanceTests] },
      })),
      { extends: true, test: { name: "scripts", include: ["scripts/**/*.test.ts"] } },
      { extends: true, test: { name: "docs", include: ["docs/test/**/*.test.ts"], testTimeout: 60_000 } },
      {
        // Tests against corpora of models, which are not part of the repository; they skip where there are none.
        extends: true,
        test: {
          name: "conformance",
          include: [`{packages,plugins}/*/${conformanceTests}`],
          env: { MODELGAUGE_CORPORA: process.env["MODELGAUGE_CORPORA"] ?? join(root, "../shared/corpora") },
          testTimeout: 300_000,
        },
      },
    ],
  },
});
