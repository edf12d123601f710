import { type Body, isTensorType, type LayerType, ModelGaugeError, product, type Shape, type Tensor } from "@modelgauge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt } from "../attempt.ts";
import type { JsonSchema } from "../arbitrary/from-json-schema.ts";
import { anyAttributes, anyLayer } from "../arbitrary/layer.ts";
import { seeded } from "../seeded.ts";
import { type TestInputs, testTensors } from "../test-tensors.ts";
import { type Answer, answer, type AskedLayer, bindLayer } from "./answer.ts";
import { answerProblems } from "./answer-problems.ts";

/** A layer that a layer type describes. */
export interface LayerTypeCase {
  readonly inputs: TestInputs;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly bodies?: readonly Body[];
  /** The axis of an input along which the samples of a batch lie, by the input's name. */
  readonly batch?: Readonly<Record<string, number>>;
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
    describe.each(cases.map((each, index) => ({ ...each, index, layer: layers[index]! })))("case $index", ({ layer, batch, ...given }) => {
      it("gets a well-formed answer, the same twice", () => {
        const first = answer(layerType, layer);
        expect(answerProblems(first, layer.inputs)).toEqual([]);
        expect(answer(layerType, layer)).toEqual(first);
      });

      if (batch !== undefined) {
        it("takes no less work for a larger batch, and the same weights", () => {
          const once = answer(layerType, layer);
          const twice = answer(layerType, ask(layerType, { ...given, inputs: doubled(given.inputs, batch) }));
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

function doubled(inputs: TestInputs, batch: Readonly<Record<string, number>>): TestInputs {
  const double = (shape: Shape, axis: number): Shape => shape.map((size, index) => (index === axis ? 2 * size : size));
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const axis = batch[name];
      const each = (one: typeof input): typeof input =>
        axis === undefined || one === undefined || Array.isArray(one) || !isTensorType(one as Tensor["type"] & object)
          ? one
          : ({ ...(one as { readonly shape: Shape }), shape: double((one as { readonly shape: Shape }).shape, axis) } as typeof input);
      return [name, Array.isArray(input) ? input.map((one) => each(one)) : each(input)];
    }),
  ) as TestInputs;
}

/** Kinds of operations, and outputs, of which there are fewer than before. */
function lessWork({ description: before }: Answer, { description: after }: Answer): readonly string[] {
  const kinds = Object.entries(before.work).filter(([kind, count]) => (after.work[kind as keyof typeof after.work] ?? 0) < count);
  const outputs = before.outputs.flatMap((output, index) => {
    const larger = after.outputs[index];
    if (larger === undefined || !isTensorType(output) || !isTensorType(larger)) return [];
    return product(larger.shape) < product(output.shape) ? [`elements of output ${index}`] : [];
  });
  return [...kinds.map(([kind]) => kind), ...outputs];
}
