import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { seeded } from "../seeded.ts";
import { fromJsonSchema, type JsonSchema } from "./from-json-schema.ts";

const schemas = {
  object: z.strictObject({ size: z.int().min(1), axes: z.array(z.int()).optional(), function: z.enum(["sum", "max"]), on: z.boolean() }),
  union: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("a"), rate: z.number().min(0).max(1) }),
    z.strictObject({ kind: z.literal("b"), names: z.array(z.string()).min(2) }),
  ]),
  tuple: z.strictObject({ range: z.tuple([z.int(), z.int()]), table: z.record(z.string(), z.int()) }),
};

describe("values made from a JSON Schema", () => {
  it.each(Object.entries(schemas))("are what the schema of an %s takes", (_, schema) => {
    const made = fromJsonSchema(z.toJSONSchema(schema, { target: "draft-07", io: "input" }) as JsonSchema);
    fc.assert(
      fc.property(made, (value) => schema.safeParse(value).success),
      seeded({ numRuns: 200 }),
    );
  });

  it("reach sizes that nobody could allocate", () => {
    const sizes = fc.sample(fromJsonSchema({ type: "integer" }), { numRuns: 200, seed: 1 }) as number[];
    expect(Math.max(...sizes)).toBe(2 ** 53 - 1);
    expect(Math.min(...sizes)).toBeLessThan(-(2 ** 31));
  });
});
