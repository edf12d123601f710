import {
  type Body,
  type Description,
  type Layer,
  type LayerRequest,
  type LayerType,
  ModelGaugeError,
  startGraph,
  type Values,
} from "@modelgauge/core";
import { descriptionProblems } from "./layer-type/description-problems.ts";
import { type TestInputs, testTensors } from "./test-tensors.ts";

/** What a layer type says of one layer. */
export interface DescribedOutcome extends Description {
  /** Values of small constant outputs, where `evaluate` knows them. */
  readonly values: readonly (Values | undefined)[];
}

/**
 * Describes one layer as an analysis would: attributes are validated and completed by the type's schema, inputs arranged by its ports.
 *
 * @param inputs by name; an array for a variadic input
 * @throws ModelGaugeError as an analysis would, without the place in front; Error when the description contradicts itself
 */
export function describeLayer(
  layerType: LayerType,
  inputs: TestInputs,
  attributes: Readonly<Record<string, unknown>> = {},
  bodies: readonly Body[] = [],
): DescribedOutcome {
  const tensors = testTensors(layerType, inputs);
  const build = (outputs: number): Layer =>
    buildLayer(layerType, {
      attributes,
      inputs: tensors,
      bodies,
      outputs: Array.from({ length: outputs }, (_, index) => `output${index}`),
    });
  const description = build(0).description!;
  const problems = descriptionProblems(description, tensors);
  if (problems.length > 0) throw new Error(`"${layerType.type}": ${problems.join("; ")}`);
  return { ...description, values: build(description.outputs.length).outputs.map((output) => output?.values) };
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
