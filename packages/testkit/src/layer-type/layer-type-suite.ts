import { type Body, type LayerType, ModelGaugeError } from "@modelgauge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt } from "../attempt.ts";
import type { JsonSchema } from "../arbitrary/from-json-schema.ts";
import { anyAttributes, anyLayer } from "../arbitrary/layer.ts";
import { seeded } from "../seeded.ts";
import { type TestInputs, testTensors } from "../test-tensors.ts";
import { answer, type AskedLayer, bindLayer } from "./answer.ts";
import { answerProblems } from "./answer-problems.ts";
import { type BatchAxes, lessWork, twiceTheBatch } from "./batch.ts";

/** A layer that a layer type describes. */
export interface LayerTypeCase {
  readonly inputs: TestInputs;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly bodies?: readonly Body[];
  readonly batch?: BatchAxes;
}

/** The longest that one layer may take to describe, in milliseconds: far more than arithmetic on shapes needs. */
const TIME_LIMIT = 1000;

/**
 * The tests that every layer type passes. On its cases: the same answer twice, from frozen arguments; work, outputs, aliases, values and
 * weights well-formed; a larger batch takes no less work, and the same weights. On arbitrary attributes and inputs, sizes up to 2^53
 * among them: a well-formed description or a ModelGaugeError, at once. Its attributes are described for people and editors.
 *
 * Call it in a Vitest test file. The arbitrary layers are the same in every run, unless fast-check's global configuration has a seed.
 */
export function layerTypeSuite(layerType: LayerType, { cases }: { readonly cases: readonly LayerTypeCase[] }): void {
  const { shorthand } = layerType;
  const layers = cases.map((each): AskedLayer => ask(layerType, each));

  describe(`layer type "${layerType.type}"`, () => {
    describe.each(cases.map(({ batch }, index) => ({ index, batch, layer: layers[index]! })))("case $index", ({ layer, batch }) => {
      it("gets a well-formed answer, the same twice", () => {
        const first = answer(layerType, layer);
        expect(answerProblems(first, layer.inputs)).toEqual([]);
        expect(answer(layerType, layer)).toEqual(first);
      });

      if (batch !== undefined) {
        it("takes no less work for a larger batch, and the same weights", () => {
          const once = answer(layerType, layer);
          const twice = answer(layerType, twiceTheBatch(layer, batch));
          expect(lessWork(once, twice)).toEqual([]);
          expect(twice.weights).toEqual(once.weights);
        });
      }

      it("has attributes that its JSON Schema describes", () => {
        const described = jsonForms(layerType.attributes).flatMap(({ properties = {} }) => Object.keys(properties));
        expect(described).toEqual(expect.arrayContaining(Object.keys(layer.attributes)));
      });

      it("refuses an attribute that it does not know", () => {
        const attributes = { ...layer.attributes, "no-such-attribute": 1 };
        expect(() => bindLayer(layerType, { ...layer, attributes })).toThrow(ModelGaugeError);
      });

      if (shorthand !== undefined) {
        it("stays as it is where short forms are allowed", () => {
          const { attributes, inputs } = bindLayer(layerType, layer);
          const written = bindLayer({ ...layerType, attributes: shorthand.attributes }, layer).attributes;
          expect(layerType.attributes["~standard"].validate(shorthand.expand(written, inputs))).toEqual({ value: attributes });
        });
      }
    });

    it("describes any layer, or throws a ModelGaugeError, at once", () => {
      fc.assert(
        fc.property(anyLayer(layerType, layers), (layer) => {
          const start = performance.now();
          const said = attempt(() => answer(layerType, layer));
          attempt(() => weightsBeforeDescription(layerType, layer));
          expect(said === undefined ? [] : answerProblems(said, layer.inputs)).toEqual([]);
          expect(performance.now() - start).toBeLessThan(TIME_LIMIT);
        }),
        seeded({ numRuns: 300 }),
      );
    });

    if (shorthand !== undefined) {
      it("expands any short forms, or throws a ModelGaugeError", () => {
        const written = { ...layerType, attributes: shorthand.attributes };
        fc.assert(
          fc.property(anyLayer(layerType, layers), anyAttributes(written), ({ inputs }, forms) => {
            attempt(() => {
              const bound = bindLayer(written, { attributes: forms, inputs });
              shorthand.expand(bound.attributes, bound.inputs);
            });
          }),
          seeded({ numRuns: 100 }),
        );
      });
    }

    it.each([
      { schema: "attributes", forms: jsonForms(layerType.attributes) },
      ...(shorthand === undefined ? [] : [{ schema: "short forms", forms: jsonForms(shorthand.attributes) }]),
    ])("tells editors what each of its $schema is", ({ forms }) => {
      for (const { type, properties = {} } of forms) {
        expect(type).toBe("object");
        expect(Object.keys(properties).filter((name) => !properties[name]!.description)).toEqual([]);
      }
    });
  });
}

function ask(layerType: LayerType, { inputs, attributes = {}, bodies = [] }: LayerTypeCase): AskedLayer {
  return { attributes, inputs: testTensors(layerType, inputs), bodies };
}

/** Formats without weights ask for them first, before anything has checked that attributes and inputs fit together. */
function weightsBeforeDescription(layerType: LayerType, layer: AskedLayer): void {
  const { attributes, inputs } = bindLayer(layerType, layer);
  layerType.weights?.(attributes, inputs);
}

/** The objects that a schema takes: one, or the alternatives of a union. */
function jsonForms({ "~standard": { jsonSchema } }: LayerType["attributes"]): readonly JsonSchema[] {
  const schema: JsonSchema = jsonSchema?.input({ target: "draft-07" }) ?? {};
  return schema.anyOf ?? schema.oneOf ?? [schema];
}
