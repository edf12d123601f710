import { defineLayerType, type Tensor, type WeightType } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { testTensor } from "../test-tensors.ts";
import { float32, int64, tensor } from "../types.ts";
import { answer } from "./answer.ts";
import { answerProblems } from "./answer-problems.ts";
import { descriptionProblems } from "./description-problems.ts";
import { described } from "../described.ts";

const y = float32(2, 3);
const x: readonly (Tensor | undefined)[] = [testTensor("x", float32(6))];

describe("what no description may say", () => {
  it.each<[string, object]>([
    ["work.mac is -1", { work: { mac: -1 } }],
    ["work.mac is NaN", { work: { mac: NaN } }],
    ['work has the kind "guess"', { work: { guess: 1 } }],
    ["output 0 has a dimension of size 1.5", { outputs: [float32(1.5)] }],
    ['output 0 is of dtype "float33"', { outputs: [{ dtype: "float33", shape: [] }] }],
    ["output 0 has a dimension of size -2", { outputs: [{ kind: "sequence", elements: [y, float32(-2)] }] }],
    ['output 0 has the status "sure"', { outputs: [{ ...y, status: "sure" }] }],
    [
      "its products of matrices have 24 multiply-accumulates, its work 25",
      { work: { mac: 25 }, products: [{ count: 1, rows: 2, columns: 3, depth: 4 }] },
    ],
    ["traffic.read is -8", { traffic: { read: -8 } }],
    ['compute is "int7"', { compute: "int7" }],
    ["alias 1 of 0: there is no output 1", { aliases: [{ output: 1, input: 0, kind: "view" }] }],
    ["alias 0 of 1: there is no input 1", { aliases: [{ output: 0, input: 1, kind: "view" }] }],
    [
      "alias 0 of 0: an output in place has as many elements as the input",
      { outputs: [float32(7)], aliases: [{ output: 0, input: 0, kind: "in-place" }] },
    ],
  ])("%s", (problem, wrong) => {
    expect(descriptionProblems({ outputs: [y], work: {}, ...wrong }, x)).toEqual([problem]);
  });

  it("is none of these", () => {
    const aliases = [{ output: 0, input: 0, kind: "in-place" }] as const;
    expect(descriptionProblems({ outputs: [y], work: { mac: 0 }, traffic: { read: 1 }, aliases, status: "at-most" }, x)).toEqual([]);
  });
});

describe("what no answer may hold", () => {
  const problems = (values: readonly (readonly unknown[])[], weights: Record<string, WeightType> = {}) =>
    answerProblems({ description: { outputs: [int64(2)], work: {} }, values: values as [], weights }, []);

  it("values that are not those of the output", () => {
    expect(problems([[1, 2]])).toEqual([]);
    expect(problems([[1]])).toEqual(["evaluate: output 0 has 1 values, its shape 2 elements"]);
    expect(problems([[1, 0.5]])).toEqual(["evaluate: output 0 has values that are no int64"]);
    expect(problems([[1, 2n], [3]])).toEqual(["evaluate: output 1 is no tensor"]);
  });

  it("weights of no size", () => {
    expect(problems([], { w: [2, 3], b: { shape: [2], role: "bias" } })).toEqual([]);
    expect(problems([], { w: [2.5] })).toEqual(['weight "w" has a dimension of size 2.5']);
  });
});

it("a layer type that writes to its arguments is found out", () => {
  const reversing = defineLayerType({
    type: "reversing",
    attributes: described.attributes,
    inputs: { x: "tensor" },
    // oxlint-disable-next-line unicorn/no-array-reverse -- the fault that is to be found
    describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: (x.shape as number[]).reverse() }], work: {} }),
  });
  expect(() => answer(reversing, { attributes: {}, inputs: [testTensor("x", tensor("int8", [3, 2]))], bodies: [] })).toThrow(TypeError);
});
