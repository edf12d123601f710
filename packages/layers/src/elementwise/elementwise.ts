import {
  addWork,
  broadcast,
  check,
  defineLayerType,
  type DType,
  type InputTensor,
  isInteger,
  type LayerType,
  product,
  type Scalar,
  scaleWork,
  type Shape,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";
import { broadcastStrides, mapIndices, positionOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { intervalOf } from "./bounds.ts";
import { ELEMENTWISE_FUNCTIONS, type ElementwiseFunction } from "./functions.ts";
import { type PairFunction, pairFunction } from "./pair-function.ts";

/**
 * A function of the elements that stand at the same place in two or more tensors, broadcast against one another: arithmetic,
 * comparison, logic. `add`, `mul`, `max`, `min`, `mean`, `and` and `or` take any number of inputs, the others two.
 *
 * xs: any shapes that broadcast (NumPy rules), of one dtype. Output: the broadcast shape, in that dtype; bool for comparisons and
 * logic. `mod` takes the sign of the divisor, `fmod` that of the dividend; `div` of integers truncates.
 * Work: per output element, one operation for each input after the first; `mean` also divides once, `floor-div` rounds,
 * `squared-difference` multiplies. Complex elements count the real operations that they take.
 * `evaluate`: integers exactly, wrapping in their dtype's bits; floating-point results rounded to their dtype. Of numbers that are known
 * as upper bounds: what grows with them is one, other arithmetic an estimate; a comparison has a value where it holds, or fails, for
 * everything within the bounds.
 */
export const elementwise: LayerType = defineLayerType({
  type: "elementwise",
  attributes: z.strictObject({
    function: z.enum(Object.keys(ELEMENTWISE_FUNCTIONS)).describe("what is computed of the elements at one place"),
  }),
  inputs: { xs: "tensors" },
  growsWith: ["xs"],

  describe({ attributes: { function: name }, inputs: { xs } }) {
    const definition = ELEMENTWISE_FUNCTIONS[name]!;
    const [first] = xs;
    check(
      first !== undefined && (definition.many === true || xs.length === 2),
      () => `${name} takes ${definition.many ? "at least one input" : "two inputs"}, not ${xs.length}`,
    );
    const dtype = definition.mixed ? first.dtype : commonDtype(xs);
    checkOperands(name, definition, dtype);
    const shape = xs.reduce<Shape>((so, x) => broadcast(so, x.shape), []);
    const elements = product(shape);
    const pairWork = dtype.startsWith("complex") && definition.complexWork ? definition.complexWork : definition.work;
    const bounds = xs.every(({ values }) => values !== undefined) && xs.some(({ status }) => status !== "exact");
    const guessed = bounds && !definition.predicate && !keepsBounds(definition, xs);
    return {
      outputs: [{ dtype: definition.predicate ? "bool" : dtype, shape, ...(guessed && { status: "estimate" as const }) }],
      work: addWork(scaleWork(pairWork, elements * (xs.length - 1)), name === "mean" ? { divide: elements } : {}),
      ...(dtype !== first.dtype && { compute: dtype }),
    };
  },

  evaluate({ attributes: { function: name }, inputs: { xs }, outputs }) {
    const { dtype, shape } = tensorOutput(outputs);
    const definition = ELEMENTWISE_FUNCTIONS[name]!;
    const combine = decisionWithin(definition, xs) ?? pairFunction(definition, dtype);
    return combine && [foldBroadcast(xs, shape, combine)];
  },
});

function checkOperands(name: string, { operands }: ElementwiseFunction, dtype: DType): void {
  if (operands === "bool") check(dtype === "bool", () => `${name} takes bool, not ${dtype}`);
  if (operands === "integer") check(isInteger(dtype), () => `${name} takes integers, not ${dtype}`);
}

/** Whether what is computed of bounds is a bound itself: the function grows with its inputs, none of which is negative. */
function keepsBounds({ growing }: ElementwiseFunction, xs: readonly InputTensor[]): boolean {
  return growing === true && xs.every(({ values }) => values?.every((value) => Number(value) >= 0));
}

/** How two numbers are compared of which one is known as a bound only. */
function decisionWithin({ decide }: ElementwiseFunction, [a, b]: readonly InputTensor[]): PairFunction | undefined {
  if (!decide || !a || !b || (a.status === "exact" && b.status === "exact")) return undefined;
  return (x, y) => {
    const decision = decide(intervalOf(x, a.status), intervalOf(y, b.status));
    return decision === undefined ? undefined : Number(decision);
  };
}

/** Folds the inputs' elements at each place; undefined where a value is missing, or one result is not defined. */
function foldBroadcast(xs: readonly InputTensor[], shape: readonly number[], combine: PairFunction): Values | undefined {
  const operands: { readonly values: Values; readonly strides: readonly number[] }[] = [];
  for (const { values, shape: own } of xs) {
    if (values === undefined) return undefined;
    operands.push({ values, strides: broadcastStrides(own, shape) });
  }
  const results = mapIndices(shape, (index) => {
    const elements = operands.map(({ values, strides }) => values[positionOf(index, strides)]!);
    return elements
      .slice(1)
      .reduce<Scalar | undefined>((result, element) => (result === undefined ? undefined : combine(result, element)), elements[0]);
  });
  return results.includes(undefined) ? undefined : (results as Values);
}
