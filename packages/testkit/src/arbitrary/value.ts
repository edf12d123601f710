import { type Body, type DType, DTYPES, isInteger, product, type Tensor, type TensorType, type ValueType } from "@modelgauge/core";
import fc from "fast-check";
import { testTensor, type TestInput } from "../test-tensors.ts";
import { anyInteger, anySize } from "./sizes.ts";

/** The most elements of which the values are known. */
const KNOWN = 12;

export const anyDType: fc.Arbitrary<DType> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("float32" as const, "int64" as const) },
  { weight: 1, arbitrary: fc.constantFrom(...DTYPES) },
);

const anyTensorType: fc.Arbitrary<TensorType> = fc.record({ dtype: anyDType, shape: fc.array(anySize, { maxLength: 5 }) });

/** A tensor; the values of a small one of integers are known now and then. */
export const anyTensor: fc.Arbitrary<TestInput> = anyTensorType.chain((type) => {
  const elements = product(type.shape);
  if (elements > KNOWN || !isInteger(type.dtype)) return fc.constant(type);
  return fc
    .option(fc.array(anyInteger, { minLength: elements, maxLength: elements }))
    .map((values) => (values === null ? type : { ...type, values }));
});

/** A tensor, or a sequence, an optional or a map. */
export const anyValue: fc.Arbitrary<TestInput> = fc.oneof(
  { weight: 2, arbitrary: anyTensor },
  { weight: 1, arbitrary: fc.array(anyTensorType, { maxLength: 3 }).map((elements): ValueType => ({ kind: "sequence", elements })) },
  { weight: 1, arbitrary: anyTensorType.map((element): ValueType => ({ kind: "sequence", element })) },
  {
    weight: 1,
    arbitrary: fc.record({ element: anyTensorType, present: fc.boolean() }).map((more): ValueType => ({ kind: "optional", ...more })),
  },
  { weight: 1, arbitrary: fc.constant<ValueType>({ kind: "sequence" }) },
  { weight: 1, arbitrary: fc.record({ key: anyDType, value: anyTensorType }).map((more): ValueType => ({ kind: "map", ...more })) },
);

/** A graph that a layer holds: inputs and outputs, without layers. */
export const anyBody: fc.Arbitrary<Body> = fc
  .record({ inputs: fc.array(anyValue, { maxLength: 3 }), outputs: fc.array(anyValue, { maxLength: 3 }), runs: anySize })
  .map(({ inputs, outputs, runs }) => ({
    name: "body",
    graph: { name: "body", inputs: tensors("in", inputs), outputs: tensors("out", outputs), layers: [] },
    runs,
    status: "exact",
    alternative: false,
  }));

function tensors(name: string, values: readonly TestInput[]): readonly Tensor[] {
  return values.map((value, index) => testTensor(`${name}${index}`, value)!);
}
