import { DTYPES, type Report } from "@modelgauge/core";
import { reporterSuite, sampleReport } from "@modelgauge/testkit";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { reportSchema } from "./generated/report-schema.ts";
import { json, jsonLine } from "./json.ts";

/** The schema with every object closed, so that a member that it does not tell of is an error. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "type" in schema && schema.type === "object" && "properties" in schema ? { ...inner, unevaluatedProperties: false } : inner;
}

function validator(schema: unknown): ValidateFunction {
  return new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(schema as object);
}

const validate = validator(reportSchema);

type Members = Record<string, unknown>;

function parsed(value: Report = sampleReport): Members {
  return JSON.parse(json.render(value)) as Members;
}

/** The report with one member set to something else, or deleted where that is undefined. */
function spoiled(path: string, value: unknown): Members {
  const wrong = parsed();
  const steps = path.split(".");
  const last = steps.pop()!;
  let holder = wrong;
  for (const step of steps) holder = holder[step] as Members;
  expect(holder).toHaveProperty([last]);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return wrong;
}

describe("the report's JSON Schema", () => {
  it("takes a report with something in each of its members", () => {
    expect(validate(parsed()), JSON.stringify(validate.errors)).toBe(true);
  });

  it("tells of every member", () => {
    const strict = validator(closed(reportSchema));
    expect(strict(parsed()), JSON.stringify(strict.errors)).toBe(true);
  });

  it("knows every dtype", () => {
    const { $defs } = reportSchema as { $defs: { dtype: { enum: string[] } } };
    expect($defs.dtype.enum).toEqual(DTYPES);
  });

  it.each<[string, string, unknown]>([
    ["another version", "reportVersion", 2],
    ["no totals", "totals", undefined],
    ["a total without its unit", "totals.macs.total.unit", undefined],
    ["a number of no status", "layers.0.metrics.macs.total.status", undefined],
    ["a number that is unknown", "layers.0.metrics.macs.total.status", "unknown"],
    ["no number that is exact", "layers.0.metrics.macs.total.value", null],
    ["a number as text", "layers.0.metrics.macs.total.value", "16"],
    ["a negative size", "model.inputs.0.shape", [-1, 4]],
    ["a symbolic size", "model.inputs.0.shape", ["batch", 4]],
    ["an unknown dtype", "model.inputs.0.dtype", "float33"],
    ["a tensor without a shape", "model.inputs.0.shape", undefined],
    ["a sequence of unknown kind", "model.outputs.1.kind", "list"],
    ["a layer without its origin", "layers.0.origin", undefined],
    ["a wrong layer in a body", "layers.1.bodies.0.layers.0.type", undefined],
    ["a weight without its role", "layers.0.weights.0.role", undefined],
    ["a fact of a device that is a list", "hardware.0.layers.0.metrics.latency.bound", []],
    ["a diagnostic of unknown severity", "diagnostics.0.severity", "fatal"],
  ])("refuses a report with %s", (_, path, value) => {
    expect(validate(spoiled(path, value))).toBe(false);
  });
});

describe("the JSON reporter", () => {
  it("tells the whole report", () => {
    expect(parsed()).toEqual(JSON.parse(JSON.stringify(sampleReport)));
    expect(JSON.parse(jsonLine(sampleReport))).toEqual(parsed());
  });

  it("keeps short lists on one line, and ends with a line break", () => {
    const text = json.render(sampleReport);
    expect(text).toContain('"inputs": [{"name": "x", "dtype": "float32", "shape": [1, 4]}]');
    expect(text).toMatch(/\}\n$/);
  });

  it("writes a line without line breaks, whatever names hold", () => {
    expect(jsonLine({ ...sampleReport, model: { ...sampleReport.model, name: "a\nb\u2028c" } })).not.toMatch(/[\n\r]/);
  });

  it("writes numbers that JSON has none for", () => {
    const attributes = { low: -Infinity, high: Infinity, none: NaN, zero: -0, big: 2n ** 60n, bigger: 2 ** 60 };
    const [layer] = parsed({ ...sampleReport, layers: [{ ...sampleReport.layers[0]!, attributes }] })["layers"] as Members[];
    const written = { low: "-Infinity", high: "Infinity", none: "NaN", zero: 0, big: 2 ** 60, bigger: 2 ** 60 };
    expect(layer!["attributes"]).toStrictEqual(written); // tells 0 from −0
  });
});

reporterSuite(json);
