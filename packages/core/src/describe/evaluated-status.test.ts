import { describe, expect, it } from "vitest";
import type { DType } from "../ir/dtype.ts";
import type { Status } from "../ir/status.ts";
import type { Tensor, Values } from "../ir/tensor.ts";
import { evaluatedStatus } from "./evaluated-status.ts";
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

describe("the status of evaluated values", () => {
  it("follows bounds of inputs that they grow with", () => {
    expect(evaluatedStatus(look, [tensor("at-most"), tensor("exact")])).toBe("exact");
  });

  it("is an estimate where bounds of other inputs, variadic ones too, are known", () => {
    expect(evaluatedStatus(look, [tensor("exact"), tensor("exact"), tensor("at-most")])).toBe("estimate");
    expect(evaluatedStatus(look, [tensor("exact"), tensor("at-least")])).toBe("estimate");
  });

  it("depends neither on inputs without values nor on decisions", () => {
    expect(evaluatedStatus(look, [tensor("exact"), { ...tensor("at-most"), values: undefined }])).toBe("exact");
    expect(evaluatedStatus(look, [tensor("exact"), tensor("at-most", [1], "bool"), undefined])).toBe("exact");
  });
});
