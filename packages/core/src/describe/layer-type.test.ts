import { describe, expect, it } from "vitest";
import { defineLayerType, type Ports } from "./layer-type.ts";

function define(type: string, inputs: Ports): unknown {
  return defineLayerType({
    type,
    attributes: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
    inputs,
    describe: () => ({ outputs: [], work: {} }),
  });
}

describe("defineLayerType", () => {
  it("takes kebab-case names and a variadic input at the end", () => {
    expect(define("conv-transpose2", { x: "tensor", rest: "values" })).toMatchObject({ type: "conv-transpose2" });
  });

  it.each(["Conv", "conv_transpose", "-conv", "conv-", "2conv", ""])("refuses the name %j", (type) => {
    expect(() => define(type, {})).toThrow(`layer type "${type}" is not named in kebab-case`);
  });

  it("refuses a variadic input before others", () => {
    expect(() => define("concat", { xs: "tensors", axis: "tensor" })).toThrow(
      'layer type "concat": only the last input may take many tensors',
    );
  });
});
