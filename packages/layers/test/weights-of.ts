import type { LayerType, WeightType } from "@modelgauge/core";
import type { TestTensor } from "@modelgauge/testkit";

/** What a trained layer holds: attributes are validated and completed by the type's schema, as where a format without weights asks. */
export function weightsOf(
  layerType: LayerType,
  inputs: Readonly<Record<string, TestTensor>>,
  attributes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, WeightType>> {
  const result = layerType.attributes["~standard"].validate(attributes);
  if (result instanceof Promise || result.issues) throw new Error("the attributes are not valid");
  const known = Object.entries(inputs).map(([name, input]) => [name, { ...input, status: "exact" as const }]);
  const held = layerType.weights!(result.value, Object.fromEntries(known));
  return Object.fromEntries(Object.entries(held).filter((entry): entry is [string, WeightType] => Boolean(entry[1])));
}
