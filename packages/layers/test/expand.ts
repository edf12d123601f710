import { type LayerType, startGraph } from "@modelgauge/core";
import type { TestTensor } from "@modelgauge/testkit";

/** The full attributes that short forms stand for, as an analysis sees them, for a layer of one input. */
export function expand(layerType: LayerType, x: TestTensor, forms: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { shorthand } = layerType;
  const result = shorthand!.attributes["~standard"].validate(forms);
  if (result instanceof Promise || result.issues !== undefined) throw new Error("the short forms are not valid");
  const [port = "x"] = Object.keys(layerType.inputs as object);
  const attributes = { ...shorthand!.expand(result.value, { [port]: { ...x, status: "exact" } }) };
  const { builder } = startGraph("test", new Map([[layerType.type, layerType]]), {});
  builder.layer({
    name: "layer",
    type: layerType.type,
    attributes,
    inputs: [{ name: port, role: "activation", type: x, status: "exact", stored: false }],
    outputs: [],
    origin: { format: "test", operator: layerType.type, name: "layer" },
  });
  return builder.finish([]).layers[0]!.attributes;
}
