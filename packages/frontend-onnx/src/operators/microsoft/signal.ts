import { check, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft Rfft: half of the Fourier transform of real numbers, along the last dimensions, as pairs. */
export const rfftOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Rfft",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, step, add }) => {
    const dimensions = node.int("signal_ndim") ?? 1;
    check(dimensions >= 1 && dimensions <= x.rank, () => `attribute signal_ndim is ${dimensions}, the input has ${x.rank} dimensions`);
    const [pairs] = step("pairs", "reshape", [x], { shape: [...x.shape, 1] }) as [Operand];
    let transformed = pairs;
    // Half of the last dimension, then all of those before it.
    const others = Array.from({ length: dimensions - 1 }, (_, place) => -3 - place);
    const axes = [-2, ...others];
    axes.slice(0, -1).forEach((axis, index) => {
      [transformed] = step(`transform-${index}`, "fft", [transformed], { axis, output: index === 0 ? "half" : "full", pairs: true }) as [
        Operand,
      ];
    });
    add("fft", [transformed], { axis: axes.at(-1), output: dimensions === 1 ? "half" : "full", pairs: true });
  },
});

/** com.microsoft Irfft: real numbers from half of their Fourier transform. */
export const irfftOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Irfft",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, step, add }) => {
    const dimensions = node.int("signal_ndim") ?? 1;
    check(dimensions >= 1 && dimensions < x.rank, () => `attribute signal_ndim is ${dimensions}, the input has ${x.rank} dimensions`);
    let transformed: Operand = x;
    for (let axis = -1 - dimensions; axis < -2; axis++) {
      [transformed] = step(`transform${axis}`, "fft", [transformed], { axis, inverse: true, pairs: true }) as [Operand];
    }
    const [real] = step("transform", "fft", [transformed], { axis: -2, inverse: true, output: "real", pairs: true }) as [Operand];
    add("reshape", [real], { shape: real.shape.slice(0, -1) });
  },
});

/** com.microsoft ComplexMul, ComplexMulConj: products of complex numbers, which a last dimension of 2 holds. */
export const complexProductOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { ComplexMul: "mul", ComplexMulConj: "mul" },
  inputs: { a: "tensor", b: "tensor" },
  translate: ({ inputs: { a, b }, step, add }, name) => {
    const dtype = a.dtype === "float64" ? "complex128" : "complex64";
    const part = a.dtype === "float64" ? "float64" : "float32";
    const numbers = (side: string, x: Operand): Operand => {
      const [wide] = x.dtype === part ? [x] : step(`${side}-cast`, "cast", [x], { dtype: part });
      return step(side, "bitcast", [wide], { dtype })[0]!;
    };
    const [products] = step("product", "elementwise", [numbers("a", a), numbers("b", b)], { function: name });
    if (a.dtype === part) return add("bitcast", [products], { dtype: part });
    const [parts] = step("parts", "bitcast", [products], { dtype: part });
    add("cast", [parts], { dtype: a.dtype });
  },
});
