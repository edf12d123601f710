import type { DType, TensorType, Values } from "@modelgauge/core";

/** A tensor handed to a layer type under test. */
export interface TestTensor extends TensorType {
  readonly values?: Values;
}

/** A tensor of some dtype. */
export function tensor(dtype: DType, shape: readonly number[], values?: Values): TestTensor {
  return { dtype, shape, ...(values !== undefined && { values }) };
}

/** A float32 tensor: `float32(1, 3, 224, 224)`. */
export function float32(...shape: readonly number[]): TestTensor {
  return tensor("float32", shape);
}

/** An int64 tensor: `int64(2)`. */
export function int64(...shape: readonly number[]): TestTensor {
  return tensor("int64", shape);
}

/** An int64 vector whose values are known, as shape arithmetic has them. */
export function int64Values(...values: readonly number[]): TestTensor {
  return tensor("int64", [values.length], values);
}
