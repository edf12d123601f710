import type { LayerType, Tensor, Values, ValueType } from "@modelgauge/core";

/** A value handed to a layer type under test: its type, and its elements where they are known. */
export type TestInput = ValueType & { readonly values?: Values };

/** Values for a layer type's inputs, by name; an array for a variadic input. */
export type TestInputs = Readonly<Record<string, TestInput | undefined | readonly (TestInput | undefined)[]>>;

/**
 * Values as tensors in the order of a layer type's inputs; those that are left out at the end are dropped.
 *
 * @throws Error when the layer type has no such input
 */
export function testTensors(layerType: LayerType, inputs: TestInputs): readonly (Tensor | undefined)[] {
  const names = Object.keys(layerType.inputs as object);
  const strange = Object.keys(inputs).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Error(`"${layerType.type}" has no input "${strange.join('", "')}", only "${names.join('", "')}"`);
  const tensors = names.flatMap((name) => {
    const input = inputs[name];
    return Array.isArray(input)
      ? input.map((each: TestInput | undefined, index) => testTensor(`${name}[${index}]`, each))
      : [testTensor(name, input as TestInput | undefined)];
  });
  while (tensors.length > 0 && tensors.at(-1) === undefined) tensors.pop();
  return tensors;
}

/** A value as a tensor that a layer of the network produces. */
export function testTensor(name: string, input: TestInput | undefined): Tensor | undefined {
  if (input === undefined) return undefined;
  const { values, ...type } = input;
  return { name, role: "activation", type, status: "exact", values, stored: false };
}
