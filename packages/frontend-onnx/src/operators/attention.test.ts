import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, translated } from "../../test/translated.ts";
import { attentionOperator } from "./attention.ts";

describe("Attention", () => {
  it("has heads packed in three dimensions", () => {
    const inputs = { query: float32(2, 10, 24), key: float32(2, 12, 8), value: float32(2, 12, 16) };
    const attributes = { q_num_heads: 6, kv_num_heads: 2, is_causal: 1, softcap: float(2) };
    expect(translated(attentionOperator, 23, inputs, { attributes })).toEqual([
      {
        type: "attention",
        attributes: { heads: 6, kvHeads: 2, layout: "packed", causal: true, softcap: true, present: false, scores: false },
        inputs: ["query", "key", "value"],
        weights: [],
        outputs: ["y"],
      },
    ]);
    expect(() => translated(attentionOperator, 23, inputs)).toThrow("attribute q_num_heads is missing");
  });

  it("has heads by a dimension of their own in four", () => {
    const inputs = { query: float32(2, 6, 10, 4), key: float32(2, 3, 12, 4), value: float32(2, 3, 12, 4), mask: tensor("bool", [10, 12]) };
    expect(translated(attentionOperator, 24, inputs)[0]).toMatchObject({
      attributes: { heads: 6, kvHeads: 3, layout: "heads", causal: false },
      inputs: ["query", "key", "value", "mask"],
    });
  });

  it("gives out the present, and the scores", () => {
    const [query, past] = [float32(2, 6, 1, 4), float32(2, 6, 9, 4)];
    const inputs = { query, key: query, value: query, mask: undefined, pastKey: past, pastValue: past };
    expect(translated(attentionOperator, 23, inputs, { outputs: ["y", "key1", "value1"] })[0]).toMatchObject({
      attributes: { present: true, scores: false },
      inputs: ["query", "key", "value", undefined, "pastKey", "pastValue"],
      outputs: ["y", "key1", "value1"],
    });
    expect(translated(attentionOperator, 23, inputs, { outputs: ["y", "", "", "scores"] })[0]).toMatchObject({
      attributes: { present: false, scores: true },
      outputs: ["y", "scores"],
    });
  });

  it("takes three or four dimensions", () => {
    const flat = float32(10, 24);
    expect(() => translated(attentionOperator, 23, { query: flat, key: flat, value: flat })).toThrow(
      "Q is 10×24: 3 or 4 dimensions are expected",
    );
  });
});
