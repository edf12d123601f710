import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const directory = "packages/reporter-json";

/** The report's JSON Schema as a module, so that every bundler and runtime takes it. */
export function reportSchemaModule(): GeneratedFile {
  const schema: unknown = JSON.parse(readFileSync(join(root, directory, "report.schema.json"), "utf8"));
  const text = [
    HEADER,
    "/** JSON Schema (draft 2020-12) of a report in JSON; the package also ships it as `report.schema.json`. */",
    `export const reportSchema: Readonly<Record<string, unknown>> = ${JSON.stringify(schema)};`,
  ];
  return { path: `${directory}/src/generated/report-schema.ts`, text: text.join("\n") };
}
