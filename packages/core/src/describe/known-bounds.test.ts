import { describe, expect, it } from "vitest";
import type { DType } from "../ir/dtype.ts";
import type { Status } from "../ir/status.ts";
import type { Tensor, Values } from "../ir/tensor.ts";
import { withoutFalling } from "./known-bounds.ts";
import { defineLayerType } from "./layer-type.ts";

const tensor = (status: Status, values: Values | undefined = [3], dtype: DType = "int64"): Tensor => ({
  name: "t",
  role: "activation",
  type: { dtype, shape: [1] },
  status,
  values,
  stored: false,
});

const look = defineLayerType({
  type: "look",
  attributes: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
  inputs: { table: "tensor", places: "tensors" },
  growsWith: ["table"],
  describe: () => ({ outputs: [], work: {} }),
});

describe("what falls as bounds rise", () => {
  const [sure, bound] = [tensor("exact"), tensor("at-most")];
  const unseen = { ...bound, values: undefined };

  it("is nothing where values grow with their bounds", () => {
    expect(withoutFalling(look, [bound, sure])).toBeUndefined();
  });

  it("is what follows from bounds of other inputs, variadic ones too", () => {
    expect(withoutFalling(look, [bound, sure, bound])).toEqual([bound, sure, unseen]);
    expect(withoutFalling(look, [sure, tensor("at-least")])).toEqual([sure, { ...tensor("at-least"), values: undefined }]);
  });

  it("follows neither from inputs without values nor from decisions", () => {
    expect(withoutFalling(look, [sure, unseen])).toBeUndefined();
    expect(withoutFalling(look, [sure, tensor("at-most", [1], "bool"), undefined])).toBeUndefined();
  });
});
