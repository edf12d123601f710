import { check, operandOf } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { addActivated } from "../keras/fused-activation.ts";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/**
 * Keras EinsumDense: an Einstein summation of the input and a kernel, `ab,bc->ac`, and a bias along some of the output's indices. An
 * ellipsis stands for dimensions in front or behind, which the kernel has not. Sizes that the input does not tell are those of
 * `output_shape`, which leaves the batch out. https://keras.io/api/layers/core_layers/einsum_dense/
 */
export const einsumDenseLayer: TfjsLayer = defineTfjsLayer({
  className: "EinsumDense",
  translate(context) {
    const { layer, inputs, weight, step } = context;
    const { config } = layer;
    const [x] = inputs;
    check(x !== undefined, "takes one input");
    const equation = config.at("equation").text().replaceAll(/\s/g, "");
    const parts = /^((?:\.\.\.)?)([A-Za-z]+)((?:\.\.\.)?),([A-Za-z]+)->\1([A-Za-z]+)\3$/.exec(equation);
    check(parts !== null, () => `"${equation}" is no product of an input and a kernel`);
    const [, front = "", input = "", behind = "", ofKernel = "", output = ""] = parts;
    const elided = x.rank - input.length;
    check(elided === 0 || (elided > 0 && front + behind !== ""), () => `"${input}" does not fit an input of ${x.rank} dimensions`);
    const sizes = outputSizes(config.at("output_shape"), output, front === "" ? "from-start" : "from-end");
    input.split("").forEach((index, axis) => sizes.set(index, x.shape[axis + (front === "" ? 0 : elided)]!));
    const sizeOf = (index: string): number => {
      const size = sizes.get(index);
      check(size !== undefined, () => `neither the input nor output_shape tells the size of "${index}" in "${equation}"`);
      return size;
    };
    const kernel = operandOf(weight("kernel", ofKernel.split("").map(sizeOf)));
    const biased = config.at("bias_axes").text("");
    if (biased === "") return addActivated(context, "einsum", [x, kernel], { equation });
    const first = Math.min(...biased.split("").map((index) => output.indexOf(index)));
    check(first >= 0, () => `bias_axes "${biased}" are not all in the output "${output}"`);
    const along = output
      .slice(first)
      .split("")
      .map((index) => (biased.includes(index) ? sizeOf(index) : 1));
    const spread = behind === "" ? [] : new Array<number>(elided).fill(1);
    const bias = operandOf(weight("bias", [...along, ...spread], { role: "bias" }));
    const [summed] = step("einsum", "einsum", [x, kernel], { equation });
    addActivated(context, "elementwise", [summed, bias], { function: "add" });
  },
});

/** What `output_shape`, a number or a list without the batch, tells of the output's indices. */
function outputSizes(told: JsonValue, output: string, counted: "from-start" | "from-end"): Map<string, number> {
  const entries = told.isList ? told.items() : [told];
  const sizes = new Map<string, number>();
  output.split("").forEach((index, axis) => {
    const entry = counted === "from-end" ? entries[entries.length + axis - output.length] : entries[axis - 1];
    if (entry?.isPresent) sizes.set(index, entry.integer());
  });
  return sizes;
}
