import { type AttributeSchema, defineLayerType, type Description, type LayerType } from "@modelgauge/core";

const asGiven: AttributeSchema<Description> = {
  "~standard": { version: 1, vendor: "modelgauge-testkit", validate: (value) => ({ value: value as Description }) },
};

/**
 * A layer type whose attributes are its description, so that the test of a metric states shapes and work outright. It takes any
 * inputs, and any weights.
 */
export const described: LayerType<Description, { readonly values: "values" }> = defineLayerType({
  type: "described",
  attributes: asGiven,
  inputs: { values: "values" },
  describe: ({ attributes }) => attributes,
});
