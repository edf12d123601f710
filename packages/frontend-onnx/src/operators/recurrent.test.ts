import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { recurrentOperators } from "./recurrent.ts";

describe("recurrent operators", () => {
  const inputs = {
    x: float32(10, 2, 5),
    weight: stored(float32(1, 12, 5)),
    recurrence: stored(float32(1, 12, 3)),
    bias: stored(float32(1, 24)),
  };
  const apply = (name: string, more: Parameters<typeof translated>[3] = {}, given: Parameters<typeof translated>[2] = inputs) =>
    translated(
      recurrentOperators.find(({ operator }) => operator === name)!,
      14,
      given,
      more,
    )[0];

  it("reads the hidden size off the recurrence", () => {
    expect(apply("LSTM", { outputs: ["y", "", "c"] })).toEqual({
      type: "recurrent",
      attributes: { cell: "lstm", units: 3, directions: 1, layout: "time-first", biases: 2, peepholes: false },
      inputs: ["x"],
      weights: ["weight", "recurrence", "bias"],
      outputs: ["y", undefined, "c"],
    });
  });

  it("takes states, lengths and peepholes", () => {
    const more = { lengths: tensor("int32", [2]), initial: float32(1, 2, 3), cell: undefined, peepholes: stored(float32(1, 9)) };
    expect(apply("LSTM", {}, { ...inputs, ...more })).toMatchObject({
      attributes: { peepholes: true },
      inputs: ["x", "lengths", "initial"],
      weights: ["weight", "recurrence", "bias", "peepholes"],
    });
  });

  it("reads direction, layout and activations", () => {
    const attributes = { direction: "bidirectional", layout: 1, activations: ["Sigmoid", "tanh", "HardSigmoid", "Relu"] };
    expect(apply("GRU", { attributes })?.attributes).toMatchObject({
      cell: "gru",
      directions: 2,
      layout: "batch-first",
      activations: ["sigmoid", "tanh", "hard-sigmoid", "relu"],
    });
    expect(apply("RNN", { attributes: { direction: "reverse" } })?.attributes).toMatchObject({ cell: "rnn", directions: 1 });
    expect(() => apply("RNN", { attributes: { activations: ["Gelu"] } })).toThrow('RNN "node": "Gelu" is no activation of a cell');
  });

  it("refuses weights that do not fit", () => {
    expect(() => apply("LSTM", {}, { ...inputs, x: float32(10, 2, 4) })).toThrow("the input has 4 features, the weight expects 5");
    expect(() => apply("LSTM", {}, { ...inputs, recurrence: stored(float32(12, 3)) })).toThrow(
      "the recurrence weight has 3 dimensions, not 12×3",
    );
  });
});
