import { describe, expect, it } from "vitest";
import type { Tensor } from "../ir/tensor.ts";
import { type Operand, operandOf } from "./operand.ts";

const tensor = (more: Partial<Tensor>): Tensor => ({ name: "t", role: "constant", status: "exact", stored: true, ...more });
const operand = (more: Partial<Tensor>): Operand => operandOf(tensor({ type: { dtype: "int64", shape: [2] }, ...more }))!;

describe("Operand", () => {
  it("tells dtype, shape and rank of a tensor", () => {
    expect(operand({})).toMatchObject({ name: "t", dtype: "int64", shape: [2], rank: 1, status: "exact" });
  });

  it("reads values as plain numbers, an int64 beyond 2^53 rounded", () => {
    expect(operand({ values: [3, 2n ** 63n - 1n] }).numbers).toEqual([3, 2 ** 63]);
    expect(operand({}).numbers).toBeUndefined();
    expect(operand({ type: { dtype: "int64", shape: [0] } }).numbers).toEqual([]);
  });

  it("reads a single number, and refuses more, or strings", () => {
    expect(operand({ values: [7], type: { dtype: "int64", shape: [] } }).number).toBe(7);
    expect(() => operand({ values: [7, 8] }).number).toThrow('"t" has 2 elements, one is expected');
    expect(() => operand({ values: ["a", "b"] }).numbers).toThrow('"t" holds strings, not numbers');
  });

  it("says where it is no tensor", () => {
    expect(() => operand({ type: { kind: "sequence" } }).shape).toThrow('"t" is a sequence, not a tensor');
  });

  it("does not exist where the type is unknown", () => {
    expect(operandOf(tensor({}))).toBeUndefined();
  });
});
