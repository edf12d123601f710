// Fits the efficiencies of hardware profiles to the measured latencies of the corpora, and writes them into the profiles, and what a reader
// may expect of bounds and estimates into docs/latency-bound.md: `pnpm fit`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Efficiency } from "@modelgauge/core";
import { formatted, isStale, write } from "../../../../scripts/generate/generated-file.ts";
import { root } from "../../../../scripts/workspace.ts";
import { boundTable } from "./bound-table.ts";
import { estimateTables } from "./estimate-tables.ts";
import { profilePath } from "./measurements.ts";
import { efficiencyOf, type Setting, settings } from "./settings.ts";

const fitted = [];
for (const setting of settings()) fitted.push({ setting, ...(await efficiencyOf(setting)) });
if (fitted.length === 0) throw new Error("there are no measurements: set MODELGAUGE_CORPORA");

const files = [];
for (const device of new Set(fitted.map(({ setting }) => setting.device))) {
  const path = profilePath(device);
  const parts = fitted.filter(({ setting }) => setting.device === device);
  files.push({ path, text: withEfficiencies(readFileSync(join(root, path), "utf8"), parts) });
}

const page = "docs/latency-bound.md";
const tables = { bounds: await boundTable(), estimates: estimateTables(fitted) };
let text = readFileSync(join(root, page), "utf8");
for (const [name, table] of Object.entries(tables)) {
  const marks = [`<!-- ${name}: written by \`pnpm fit\` -->`, `<!-- end of ${name} -->`];
  const [before, rest = ""] = text.split(marks[0]!);
  const [, after = ""] = rest.split(marks[1]!);
  text = `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${after}`;
}
files.push({ path: page, text });

for (const file of (await Promise.all(files.map(formatted))).filter(isStale)) {
  write(file);
  console.log(file.path);
}

function withEfficiencies(json: string, parts: readonly { readonly setting: Setting; readonly efficiency: Efficiency }[]): string {
  const { sources, notes, efficiencies: _, ...profile } = JSON.parse(json);
  const others = sources.filter(({ figures }: { readonly figures: readonly string[] }) => !figures[0]!.startsWith("efficiencies."));
  const fitted = {
    ...profile,
    efficiencies: parts.map(({ efficiency }) => efficiency),
    sources: [...others, ...parts.map(({ setting, efficiency }) => sourceOf(setting, efficiency))],
    notes,
  };
  return JSON.stringify(fitted, undefined, 2);
}

function sourceOf({ measurements }: Setting, { name }: Efficiency): object {
  const [, path] = /^huggingface\/pytorch-image-models (\S+),/.exec(measurements[0].source) ?? [];
  if (path === undefined) throw new Error(`where was it measured? ${measurements[0].source}`);
  return {
    figures: [`efficiencies.${name}`],
    document: `fitted to ${measurements.length} latencies that PyTorch Image Models measured (docs/latency-bound.md)`,
    url: `https://github.com/huggingface/pytorch-image-models/blob/main/${path}`,
    evidence: "derived",
  };
}
