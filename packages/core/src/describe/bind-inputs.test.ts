import { describe, expect, it } from "vitest";
import type { Tensor } from "../ir/tensor.ts";
import type { ValueType } from "../ir/value-type.ts";
import { bindInputs } from "./bind-inputs.ts";
import { defineLayerType, type Ports } from "./layer-type.ts";

function bind(ports: Ports, ...types: readonly (ValueType | "untyped" | undefined)[]): unknown {
  const layerType = defineLayerType({
    type: "test",
    attributes: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
    inputs: ports,
    describe: () => ({ outputs: [], work: {} }),
  });
  const tensors = types.map((type, index): Tensor | undefined =>
    type === undefined
      ? undefined
      : { name: `t${index}`, role: "activation", status: "exact", stored: false, ...(type !== "untyped" && { type }) },
  );
  return bindInputs(layerType, tensors);
}

const a = { dtype: "float32", shape: [2] } as const;
const b = { dtype: "int64", shape: [] } as const;
const list = { kind: "sequence", element: a } as const;

describe("bindInputs", () => {
  it("arranges tensors by the names of the inputs", () => {
    expect(bind({ x: "tensor", scale: "tensor?" }, a, b)).toEqual({
      x: { ...a, status: "exact", values: undefined },
      scale: { ...b, status: "exact", values: undefined },
    });
    expect(bind({ x: "tensor", scale: "tensor?" }, a)).toMatchObject({ x: a, scale: undefined });
  });

  it("gives the last input all that is left", () => {
    expect(bind({ first: "tensor", rest: "tensors" }, a, b, a)).toMatchObject({ first: a, rest: [b, a] });
    expect(bind({ rest: "tensors" })).toEqual({ rest: [] });
    expect(bind({ rest: "values" }, list, undefined, a)).toMatchObject({ rest: [list, undefined, a] });
  });

  it("answers that a type is unknown", () => {
    expect(bind({ x: "tensor", y: "tensor" }, a, "untyped")).toBe("unknown");
  });

  it("refuses what does not fit", () => {
    expect(() => bind({ x: "tensor" })).toThrow('input "x" is missing');
    expect(() => bind({ x: "tensor" }, undefined)).toThrow('input "x" is missing');
    expect(() => bind({ x: "tensor" }, a, a)).toThrow("takes 1 inputs at most, not 2");
    expect(() => bind({ x: "tensor" }, list)).toThrow('input "x" is a sequence, not a tensor');
    expect(() => bind({ xs: "tensors" }, a, list)).toThrow('input "xs[1]" is a sequence, not a tensor');
    expect(() => bind({ xs: "tensors" }, a, undefined)).toThrow('an input of "xs" is missing');
    expect(bind({ x: "value" }, list)).toMatchObject({ x: list });
  });
});
