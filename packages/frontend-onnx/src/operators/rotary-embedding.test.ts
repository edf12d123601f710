import { float32, int64 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { rotaryEmbeddingOperator } from "./rotary-embedding.ts";

describe("RotaryEmbedding", () => {
  it("has heads packed in three dimensions, and by a dimension of their own in four", () => {
    const tables = { cos: stored(float32(50, 4)), sin: stored(float32(50, 4)), positions: int64(2, 10) };
    const attributes = { num_heads: 3, rotary_embedding_dim: 8 };
    expect(translated(rotaryEmbeddingOperator, 23, { x: float32(2, 10, 48), ...tables }, { attributes })[0]).toMatchObject({
      type: "rotary-embedding",
      attributes: { heads: 3, size: 8 },
      inputs: ["x", "cos", "sin", "positions"],
    });
    expect(translated(rotaryEmbeddingOperator, 23, { x: float32(2, 3, 10, 8), ...tables })[0]?.attributes).toEqual({});
  });
});
