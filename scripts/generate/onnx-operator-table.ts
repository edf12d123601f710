import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join, posix, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownTable } from "markdown-table";
import { root, sourceOf, workspacePackages } from "../workspace.ts";
import type { GeneratedFile } from "./generated-file.ts";
import versions from "./onnx-operator-versions.json" with { type: "json" };

const operators = "packages/frontend-onnx/src/operators";

/** What the table tells of an operator. */
interface Row {
  /** `Conv`, `com.microsoft::Attention`. */
  readonly id: string;
  readonly domain: string;
  /** File of its translator, relative to the root. */
  readonly file: string;
  readonly layerTypes: readonly string[];
}

/** A table of the ONNX operators: versions, the layer types that they become, the tests that name them. */
export async function onnxOperatorTable(): Promise<GeneratedFile> {
  const rows = await translatedOperators();
  const tests = readTests();
  const known = Object.entries<readonly number[]>(versions.operators);
  const missing = known.map(([id]) => id).filter((id) => id !== "Constant" && !rows.some((row) => row.id === id));
  const lines = rows.map(({ id, file, layerTypes }) => [
    `[${id}](../${file})`,
    known.find(([name]) => name === id)?.[1].join(", ") ?? "",
    layerTypes.map((type) => `\`${type}\``).join(", "),
    tests
      .filter(({ text }) => text.includes(`"${id}"`) || text.includes(`"${id.split("::").at(-1)}"`))
      .map(({ path }) => `[${path.split("/").at(-1)?.replace(".test.ts", "")}](../${path})`)
      .join(", "),
  ]);
  const text = [
    "<!-- Written by `pnpm generate`; edit what it is made from instead. -->",
    "# ONNX operators",
    "",
    `${rows.length} operators are translated; Constant nodes are stored tensors. A node of any other keeps the types that the file declares, is named in the report's coverage, and makes the totals that it touches lower bounds.`,
    "",
    `What is counted of an operator is what its layer types count: see their files in [packages/layers](../packages/layers/src). Versions are those of the operator set since which a new definition holds (${versions.source}); where there are none, the operator is no part of the standard.`,
    "",
    missing.length === 0 ? "Of the standard, none is missing." : `Of the standard, these are missing: ${missing.join(", ")}.`,
    "",
    markdownTable([["operator", "versions", "layer types", "named in the tests of"], ...lines]),
  ];
  return { path: "docs/onnx-operators.md", text: `${text.join("\n")}\n` };
}

async function translatedOperators(): Promise<readonly Row[]> {
  resolvePackagesToSources();
  const layerTypes = new Set(layerTypeNames());
  const rows: Row[] = [];
  for (const file of globSync("**/*.ts", { cwd: join(root, operators) }).toSorted()) {
    const path = posix.join(operators, file.replaceAll(sep, posix.sep));
    if (path.endsWith(".test.ts")) continue;
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    const words = [...readFileSync(join(root, path), "utf8").matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, word]) => word!);
    const used = [...new Set(words.filter((word) => layerTypes.has(word)))].toSorted();
    for (const each of Object.values(module).flat()) {
      if (isOperator(each))
        rows.push({
          id: each.domain === "" ? each.operator : `${each.domain}::${each.operator}`,
          domain: each.domain,
          file: path,
          layerTypes: used,
        });
    }
  }
  return rows.toSorted((a, b) => (a.domain === b.domain ? compare(a.id, b.id) : compare(a.domain, b.domain)));
}

/** Read off their sources: the index that lists them is generated in the same run. */
function layerTypeNames(): readonly string[] {
  return globSync("packages/layers/src/**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/defineLayerType\(\{\s+type: "([a-z0-9-]+)"/g)].map(([, type]) => type!),
    );
}

function isOperator(value: unknown): value is { readonly domain: string; readonly operator: string } {
  return typeof value === "object" && value !== null && "translate" in value && "operator" in value;
}

function readTests(): readonly { readonly path: string; readonly text: string }[] {
  const files = [
    ...globSync("packages/frontend-onnx/src/operators/**/*.test.ts", { cwd: root }),
    ...globSync("packages/modelgauge/test/onnx/**/*.test.ts", { cwd: root }),
  ];
  return files
    .map((path) => path.replaceAll(sep, posix.sep))
    .filter((path) => !path.endsWith(".conformance.test.ts"))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Workspace packages are imported from their sources, so that generating needs no build. */
function resolvePackagesToSources(): void {
  const sources = new Map(
    workspacePackages().flatMap(({ name, directory, exports }) =>
      Object.entries(exports).map(
        ([subpath, { default: file }]) => [name + subpath.slice(1), pathToFileURL(sourceOf(directory, file)).href] as const,
      ),
    ),
  );
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = sources.get(specifier);
      return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
    },
  });
}
