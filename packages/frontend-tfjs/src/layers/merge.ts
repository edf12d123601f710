import { check, DTYPES, isFloat, resolveAxis, type Operand } from "@modelgauge/core";
import { axesOf } from "../keras/config.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras layers that join tensors element by element. https://keras.io/api/layers/merging_layers/ */
export const mergeLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { Add: "add", Subtract: "sub", Multiply: "mul", Average: "mean", Maximum: "max", Minimum: "min" },
  translate(context, name) {
    const { inputs, add } = context;
    check(inputs.length > 0, "takes at least one input");
    add("elementwise", alignRanks(context, ofOneDtype(context, inputs)), { function: name });
  },
});

/** Keras Concatenate. */
export const concatenateLayer: TfjsLayer = defineTfjsLayer({
  className: "Concatenate",
  translate(context) {
    context.add("concat", ofOneDtype(context, context.inputs), { axis: context.layer.config.at("axis").integer(-1) });
  },
});

/**
 * Keras Dot: products along an axis of each, sample by sample; of unit vectors with `normalize`.
 * https://keras.io/api/layers/merging_layers/dot/
 */
export const dotLayer: TfjsLayer = defineTfjsLayer({
  className: "Dot",
  translate(context) {
    const { layer, step, add } = context;
    const { config } = layer;
    const [a, b] = ofOneDtype(context, context.inputs);
    check(context.inputs.length === 2 && a !== undefined && b !== undefined, () => `takes 2 inputs, not ${context.inputs.length}`);
    const axes = axesOf(config.at("axes"), []);
    check(axes.length === 1 || axes.length === 2, () => `axes names ${axes.length} axes, one for each input is expected`);
    const axisA = resolveAxis(axes[0]!, a.rank);
    const axisB = resolveAxis(axes.at(-1)!, b.rank);
    check(axisA > 0 && axisB > 0, "the batch is no axis of a product");
    const normalize = config.at("normalize").flag(false);
    const unit = (x: Operand, axis: number, name: string): Operand => (normalize ? step(name, "lp-norm", [x], { axes: [axis] })[0]! : x);
    const operands = [unit(a, axisA, "unit-a"), unit(b, axisB, "unit-b")];
    // b: batch, k: what is summed; then a letter for each other axis.
    const lettersA = letters(a.rank, axisA, "c");
    const lettersB = letters(b.rank, axisB, "q");
    const output = [...lettersA, ...lettersB].filter((letter) => letter !== "b" && letter !== "k");
    const equation = `${lettersA.join("")},${lettersB.join("")}->b${output.join("")}`;
    if (output.length > 0) return add("einsum", operands, { equation });
    const [flat] = step("product", "einsum", operands, { equation });
    add("reshape", [flat], { shape: [a.shape[0]!, 1] });
  },
});

function letters(rank: number, summed: number, first: string): readonly string[] {
  const code = first.codePointAt(0)!;
  check(rank <= 9, () => `${rank} dimensions are more than a product of tensors is read for`);
  return Array.from({ length: rank }, (_, axis) => (axis === 0 ? "b" : axis === summed ? "k" : String.fromCodePoint(code + axis - 1)));
}

/** What has fewer dimensions is spread over the first ones after the batch. */
function alignRanks({ step }: TfjsLayerContext, inputs: readonly Operand[]): readonly Operand[] {
  const rank = Math.max(...inputs.map((input) => input.rank));
  return inputs.map((input, index) => {
    if (input.rank === rank || input.rank === 0) return input;
    const [batch, ...rest] = input.shape;
    return step(`expand-${index}`, "reshape", [input], { shape: [batch!, ...new Array<number>(rank - input.rank).fill(1), ...rest] })[0]!;
  });
}

/** Operands of different dtypes are converted to that which holds them all. */
export function ofOneDtype({ step }: Pick<TfjsLayerContext, "step">, inputs: readonly Operand[]): readonly Operand[] {
  const dtypes = new Set(inputs.map(({ dtype }) => dtype));
  if (dtypes.size <= 1) return inputs;
  const common = DTYPES.find((dtype) => isFloat(dtype) && dtypes.has(dtype)) ?? DTYPES.find((dtype) => dtypes.has(dtype))!;
  return inputs.map((input, index) => (input.dtype === common ? input : step(`cast-${index}`, "cast", [input], { dtype: common })[0]!));
}
