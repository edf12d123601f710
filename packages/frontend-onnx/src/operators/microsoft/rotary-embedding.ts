import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft RotaryEmbedding; MRotaryEmbedding, whose angles come from three positions of a token, each for a section of the pairs.
 * The tables hold an angle for each pair that is turned.
 */
export const microsoftRotaryEmbeddingOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { RotaryEmbedding: "one", MRotaryEmbedding: "three" },
  inputs: { input: "tensor", positions: "tensor", cos: "setting", sin: "setting" },
  translate: ({ node, inputs: { input, positions, cos, sin }, add }) => {
    const size = 2 * (cos.shape[1] ?? 0);
    const stated = node.int("num_heads") ?? 0;
    // Without heads, all of a head is turned: the tables tell its size.
    const heads = stated > 0 ? stated : (input.shape[2] ?? 0) / size;
    add("rotary-embedding", [input, cos, sin, positions], { size, ...(input.rank === 3 && { heads }) });
  },
});

/** com.microsoft GemmaRotaryEmbedding: queries and keys, each times the cosine plus its half-turned self times the sine of an embedding. */
export const gemmaRotaryEmbeddingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GemmaRotaryEmbedding",
  inputs: { embedding: "tensor", query: "tensor", turnedQuery: "tensor", key: "tensor", turnedKey: "tensor" },
  translate: ({ inputs: { embedding, query, turnedQuery, key, turnedKey }, step }) => {
    checkDimensions("the embedding", embedding, "batch × length × size");
    const [batch, length, size] = embedding.shape as [number, number, number];
    const table = (name: "sin" | "cos"): Operand => {
      const [angles] = step(name, "activation", [embedding], { function: name });
      const [converted] = step(`${name}-cast`, "cast", [angles], { dtype: query.dtype });
      return step(`${name}-table`, "reshape", [converted], { shape: [batch, 1, length, size] })[0]!;
    };
    const sin = table("sin");
    const cos = table("cos");
    const embed = (name: string, x: Operand, turned: Operand, output: number): void => {
      const [along] = step(`${name}-cos`, "elementwise", [x, cos], { function: "mul" });
      const [across] = step(`${name}-sin`, "elementwise", [turned, sin], { function: "mul" });
      step(name, "elementwise", [along, across], { function: "add" }, { outputs: [output] });
    };
    embed("query", query, turnedQuery, 0);
    embed("key", key, turnedKey, 1);
  },
});
