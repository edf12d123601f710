import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft WordConvEmbedding: an embedding of each word from those of its characters, [words, characters]: a convolution over
 * windows of characters, tanh, and the greatest of each filter. Padding characters count.
 */
export const wordConvEmbeddingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "WordConvEmbedding",
  inputs: { words: "tensor", weight: "weight", bias: "bias", characters: "weight" },
  translate: ({ inputs: { words, weight, bias, characters }, step, add }) => {
    check(
      words.rank >= 2 && weight.rank === 4 && characters.rank === 2,
      () => `words, weight and table are ${formatShape(words.shape)}, ${formatShape(weight.shape)} and ${formatShape(characters.shape)}`,
    );
    const [filters, , window, features] = weight.shape as [number, number, number, number];
    check(characters.shape[1] === features, () => `a character has ${characters.shape[1]} features, the weight expects ${features}`);
    // The runtime reads the first two dimensions.
    const [count, length] = words.shape as [number, number];
    const sizes = words.shape.map((size, axis) => (axis < 2 ? size : Math.min(1, size)));
    const [used] = words.rank === 2 ? [words] : step("words", "slice", [words], { starts: sizes.map(() => 0), sizes }, { weights: [] });
    const [spelt] = step("spelling", "reshape", [used], { shape: [count, length] }, { weights: [] }) as [Operand];
    const [embedded] = step("characters", "gather", [characters, spelt], {}, { weights: [] }) as [Operand];
    const attributes = { filters, kernel: [Math.min(window, length)], layout: "channels-last", bias: true };
    const [convolved] = step("conv", "conv", [embedded], attributes, { weights: [weight, bias] }) as [Operand];
    const [squashed] = step("tanh", "activation", [convolved], { function: "tanh" });
    add("reduce", [squashed], { function: "max", axes: [1] });
  },
});
