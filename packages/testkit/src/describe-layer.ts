import {
  type Body,
  type Description,
  type Layer,
  type LayerRequest,
  type LayerType,
  macsOf,
  ModelGaugeError,
  startGraph,
  type Tensor,
  type ValueType,
  type Values,
} from "@modelgauge/core";

/** A value handed to a layer type under test: its type, and its elements where they are known. */
export type TestInput = ValueType & { readonly values?: Values };

/** What a layer type says of one layer. */
export interface DescribedOutcome extends Description {
  /** Values of small constant outputs, where `evaluate` knows them. */
  readonly values: readonly (Values | undefined)[];
}

/**
 * Describes one layer as an analysis would: attributes are validated and completed by the type's schema, inputs arranged by its ports.
 *
 * @param inputs by name; an array for a variadic input
 * @throws ModelGaugeError as an analysis would, without the place in front
 */
export function describeLayer(
  layerType: LayerType,
  inputs: Readonly<Record<string, TestInput | undefined | readonly (TestInput | undefined)[]>>,
  attributes: Readonly<Record<string, unknown>> = {},
  bodies: readonly Body[] = [],
): DescribedOutcome {
  const names = Object.keys(layerType.inputs);
  const strange = Object.keys(inputs).filter((name) => !names.includes(name));
  if (strange.length > 0) throw new Error(`"${layerType.type}" has no input "${strange.join('", "')}", only "${names.join('", "')}"`);
  const tensors = names.flatMap((name) => {
    const input = inputs[name];
    return Array.isArray(input)
      ? input.map((each, index) => testTensor(`${name}[${index}]`, each))
      : [testTensor(name, input as TestInput | undefined)];
  });
  while (tensors.length > 0 && tensors.at(-1) === undefined) tensors.pop();
  const build = (outputs: number): Layer =>
    buildLayer(layerType, {
      attributes,
      inputs: tensors,
      bodies,
      outputs: Array.from({ length: outputs }, (_, index) => `output${index}`),
    });
  const { description } = build(0);
  checkProducts(layerType, description!);
  return { ...description!, values: build(description!.outputs.length).outputs.map((output) => output?.values) };
}

/** Products of matrices, where a description tells them, are all of its multiply-accumulates. */
function checkProducts({ type }: LayerType, { work, products }: Description): void {
  const macs = products?.reduce((sum, product) => sum + macsOf(product), 0);
  if (macs !== undefined && macs !== (work.mac ?? 0))
    throw new Error(`"${type}": its products of matrices have ${macs} multiply-accumulates, its work ${work.mac ?? 0}`);
}

function buildLayer(layerType: LayerType, request: Pick<LayerRequest, "attributes" | "inputs" | "bodies" | "outputs">): Layer {
  const { type } = layerType;
  const { builder } = startGraph("test", new Map([[type, layerType]]), {});
  try {
    builder.layer({ ...request, name: type, type, origin: { format: "test", operator: type, name: type } });
    return builder.finish([]).layers[0]!;
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    throw new ModelGaugeError({ code: error.code, message: error.message.replace(`${type} "${type}" (test ${type}): `, ""), cause: error });
  }
}

function testTensor(name: string, input: TestInput | undefined): Tensor | undefined {
  if (input === undefined) return undefined;
  const { values, ...type } = input;
  return { name, role: "activation", type, status: "exact", values, stored: false };
}
