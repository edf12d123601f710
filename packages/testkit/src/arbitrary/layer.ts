import { isTensorType, type LayerType, type Ports, product, type Tensor } from "@modelgauge/core";
import fc from "fast-check";
import type { AskedLayer } from "../layer-type/answer.ts";
import { testTensor } from "../test-tensors.ts";
import { fromJsonSchema, type JsonSchema } from "./from-json-schema.ts";
import { anyInteger, anySize } from "./sizes.ts";
import { anyBody, anyDType, anyTensor, anyValue } from "./value.ts";

type Mutation = (layer: AskedLayer) => AskedLayer;

/** Layers of a type as a stranger's file may have them: made from its schema and inputs alone, or from valid ones by a few changes. */
export function anyLayer(layerType: LayerType, valid: readonly AskedLayer[]): fc.Arbitrary<AskedLayer> {
  const attributes = anyAttributes(layerType);
  const made = fc.record({
    attributes,
    inputs: anyInputs(layerType.inputs as Ports),
    bodies: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(anyBody, { maxLength: 3 }) }),
  });
  if (valid.length === 0) return made;
  const mutated = fc
    .tuple(fc.constantFrom(...valid), fc.array(mutation(attributes), { minLength: 1, maxLength: 3 }))
    .map(([layer, mutations]) => mutations.reduce((changed, mutate) => mutate(changed), layer));
  return fc.oneof({ weight: 1, arbitrary: made }, { weight: 2, arbitrary: mutated });
}

/** Attributes as the type's JSON Schema describes them. */
export function anyAttributes({ attributes }: Pick<LayerType, "attributes">): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const schema: JsonSchema | undefined = attributes["~standard"].jsonSchema?.input({ target: "draft-07" });
  return fromJsonSchema(schema ?? { type: "object" }) as fc.Arbitrary<Readonly<Record<string, unknown>>>;
}

function anyInputs(ports: Ports): fc.Arbitrary<readonly (Tensor | undefined)[]> {
  const each = Object.entries(ports).map(([name, port]) => {
    const value = port.startsWith("value") ? anyValue : anyTensor;
    const optional = fc.option(value, { nil: undefined, freq: port.endsWith("?") ? 2 : 20 });
    const values = port.endsWith("s") ? fc.array(optional, { maxLength: 4 }) : optional.map((one) => [one]);
    return values.map((some) => some.map((one, index) => testTensor(`${name}${index}`, one)));
  });
  return fc.tuple(...each).map((lists) => lists.flat());
}

/** One change to a layer. Where there is nothing to change in that way, the layer stays as it is. */
function mutation(attributes: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<Mutation> {
  const position = fc.nat({ max: 5 });
  return fc.oneof(
    fc
      .record({ position, axis: fc.nat({ max: 5 }), size: anySize })
      .map(({ position, axis, size }) =>
        ofTensor(position, (shape) => shape.map((old, index) => (index === axis % shape.length ? size : old))),
      ),
    fc.record({ position, size: anySize }).map(({ position, size }) => ofTensor(position, (shape) => [...shape, size])),
    position.map((at) => ofTensor(at, (shape) => shape.slice(1))),
    fc.record({ position, dtype: anyDType }).map(({ position, dtype }) =>
      ofInput(position, (tensor) => {
        const { type } = tensor;
        return type !== undefined && isTensorType(type) ? { ...tensor, type: { ...type, dtype }, values: undefined } : tensor;
      }),
    ),
    fc.record({ position, value: anyValue }).map(({ position, value }) => ofInput(position, ({ name }) => testTensor(name, value))),
    position.map((at) => ofInput(at, () => undefined)),
    fc.record({ position, at: fc.nat({ max: 20 }), value: anyInteger }).map(({ position, at, value }) =>
      ofInput(position, (tensor) => {
        const { values } = tensor;
        if (values === undefined || typeof values[0] === "string") return tensor;
        return { ...tensor, values: values.map((old, index) => (index === at % values.length ? value : old)) };
      }),
    ),
    fc.record({ position, others: attributes }).map(({ position, others }): Mutation => (layer) => {
      const names = Object.keys(others);
      const name = names[position % names.length];
      return name === undefined ? layer : { ...layer, attributes: { ...layer.attributes, [name]: others[name] } };
    }),
    position.map((at): Mutation => (layer) => {
      const names = Object.keys(layer.attributes);
      return { ...layer, attributes: Object.fromEntries(Object.entries(layer.attributes).filter(([name]) => name !== names[at])) };
    }),
    fc.array(anyBody, { maxLength: 3 }).map(
      (bodies): Mutation =>
        (layer) =>
          layer.bodies.length === 0 ? layer : { ...layer, bodies },
    ),
  );
}

function ofInput(position: number, change: (tensor: Tensor) => Tensor | undefined): Mutation {
  return (layer) => ({
    ...layer,
    inputs: layer.inputs.map((tensor, index) =>
      index === position % layer.inputs.length && tensor !== undefined ? change(tensor) : tensor,
    ),
  });
}

/** Another shape; values that no longer fill it are no longer known. */
function ofTensor(position: number, reshape: (shape: readonly number[]) => readonly number[]): Mutation {
  return ofInput(position, (tensor) => {
    const { type, values } = tensor;
    if (type === undefined || !isTensorType(type)) return tensor;
    const shape = reshape(type.shape);
    return { ...tensor, type: { ...type, shape }, values: values?.length === product(shape) ? values : undefined };
  });
}
