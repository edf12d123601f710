import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testTypes } from "../../test/layer-types.ts";
import { openDsl } from "../../test/open-dsl.ts";
import { readJson } from "../json/read-json.ts";
import { fileText } from "../json/source-text.ts";
import { Problems } from "../problem.ts";
import { checkNode } from "./check-node.ts";
import { documentSchema } from "./document-schema.ts";
import type { JsonSchema } from "./json-schema.ts";

const schema = documentSchema(testTypes);
const validate = new Ajv({ strict: false }).compile(schema);

/** What the frontend's own check says of a document. */
function problemsWith(document: unknown): readonly string[] {
  const text = fileText("a.json", JSON.stringify(document));
  return checkNode(readJson(text, new Problems(text))!, schema).map(({ message }) => message);
}

/** Values that the schema takes, and now and then one that it does not. */
function documents(of: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const found = of.$ref === undefined ? of : schema.definitions![of.$ref.replace("#/definitions/", "")]!;
  const inner = (each: JsonSchema): fc.Arbitrary<unknown> => documents(each, depth - 1);
  const anything = fc.constantFrom<unknown>(
    null,
    true,
    3,
    -1,
    1.5,
    "x",
    "${i}",
    "conv",
    [],
    {},
    [3, "3"],
    { type: "conv" },
    "float32",
    "relu",
  );
  return fc.oneof({ arbitrary: valid(found, inner, depth, anything), weight: 30 }, { arbitrary: anything, weight: 1 });
}

function valid(
  of: JsonSchema,
  inner: (schema: JsonSchema) => fc.Arbitrary<unknown>,
  depth: number,
  anything: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  if (depth < 0) return anything;
  if (of.const !== undefined) return fc.constant(of.const);
  if (of.enum !== undefined) return fc.constantFrom(...of.enum);
  if (of.anyOf !== undefined) return fc.oneof(...of.anyOf.map(inner));
  if (of.if !== undefined) return fc.oneof(...[of.then, of.else].map((branch) => (branch === undefined ? anything : inner(branch))));
  if (of.allOf !== undefined) return fc.oneof(...of.allOf.map((each) => inner(each.then ?? each)));
  if (of.type === "object") {
    const properties = Object.entries(of.properties ?? {}).map(([name, each]) => {
      const value = inner(each);
      const needed = of.required?.includes(name) || KINDS.has(name);
      const seldom = fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, { arbitrary: value, weight: 1 });
      return [name, needed ? value : seldom] as const;
    });
    return fc.record(Object.fromEntries(properties)).map((record) => JSON.parse(JSON.stringify(record)) as unknown);
  }
  if (of.type === "array")
    return fc.array(Array.isArray(of.items) || of.items === undefined ? anything : inner(of.items as JsonSchema), { maxLength: 3 });
  if (of.type === "integer" || of.type === "number") return fc.constantFrom(0, 1, 2, 3);
  if (of.type === "boolean") return fc.boolean();
  if (of.type === "null") return fc.constant(null);
  if (of.type === "string") return fc.constantFrom("x", "a", "${i}", "conv");
  return anything;
}

/** Properties that tell what a statement is. */
const KINDS: ReadonlySet<string> = new Set(["type", "block", "operator", "layers", "modelgauge"]);

describe("the schema of documents", () => {
  it("says what the frontend says, of any document", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(documents(schema, 9), (document) => {
        const problems = problemsWith(document);
        const agreed = validate(document) === (problems.length === 0);
        if (problems.length === 0) accepted += 1;
        else refused += 1;
        expect(agreed, `${JSON.stringify(document)}: ${problems.join("; ")} / ${JSON.stringify(validate.errors)}`).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(20);
  });

  it("says what the frontend says, of one layer", () => {
    const layer = schema.definitions!["statement"]!;
    let accepted = 0;
    fc.assert(
      fc.property(documents(layer, 12), (statement) => {
        const document = { modelgauge: 1, layers: [statement] };
        const problems = problemsWith(document);
        if (problems.length === 0) accepted += 1;
        expect(validate(document), `${JSON.stringify(statement)}: ${problems.join("; ")}`).toBe(problems.length === 0);
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it("takes every document that is analysed", async () => {
    const text = `{ "modelgauge": 1, "inputs": [{ "name": "x", "shape": [1, "c", 8, 8] }], "parameters": { "c": 3 }, "layers": [
      { "repeat": [{ "f": 2 }], "type": "conv", "filters": "\${f}", "kernel": ["\${f}", 1], "bias": "\${f == 2}" },
      { "type": "scale", "attributes": { "by": 2 }, "input": { "x": "x", "factor": null } }
    ], "outputs": ["conv"] }`;
    await openDsl(text);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("lets editors complete attributes, with what they mean", () => {
    const conv = schema.definitions!["layer.conv"]!.else!;
    expect(conv.properties).toMatchObject({
      filters: { description: "output channels", anyOf: [{ type: "integer" }, { $ref: "#/definitions/expression" }] },
      groups: { default: 1 },
      bias: { default: false },
    });
    expect(conv).toMatchObject({ required: ["filters", "kernel"], additionalProperties: false });
  });
});
