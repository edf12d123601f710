import type { DType } from "@modelgauge/core";

/** TensorFlow's element types by name and number → what TensorFlow.js computes in instead. https://www.tensorflow.org/api_docs/python/tf/dtypes */
const DTYPES: readonly (readonly [name: string, number: number, dtype: DType])[] = [
  ["DT_FLOAT", 1, "float32"],
  ["DT_DOUBLE", 2, "float32"],
  ["DT_INT32", 3, "int32"],
  ["DT_UINT8", 4, "int32"],
  ["DT_INT16", 5, "int32"],
  ["DT_INT8", 6, "int32"],
  ["DT_STRING", 7, "string"],
  ["DT_COMPLEX64", 8, "complex64"],
  ["DT_INT64", 9, "int32"],
  ["DT_BOOL", 10, "bool"],
  ["DT_QINT8", 11, "int32"],
  ["DT_QUINT8", 12, "int32"],
  ["DT_QINT32", 13, "int32"],
  ["DT_BFLOAT16", 14, "float32"],
  ["DT_QINT16", 15, "int32"],
  ["DT_QUINT16", 16, "int32"],
  ["DT_UINT16", 17, "int32"],
  ["DT_COMPLEX128", 18, "complex64"],
  ["DT_HALF", 19, "float32"],
  ["DT_UINT32", 22, "int32"],
  ["DT_UINT64", 23, "int32"],
  // What stands for a list, a table or a variable is a scalar, its number.
  ["DT_RESOURCE", 20, "int32"],
  ["DT_VARIANT", 21, "int32"],
];

const BY_WORD: ReadonlyMap<unknown, DType> = new Map<unknown, DType>(
  DTYPES.flatMap(([name, number, dtype]) => [[name, dtype] as const, [number, dtype] as const]),
);

/** The dtype of a TensorFlow type, by its name or number: `DT_HALF`, 19; undefined where it is none. */
export function dtypeOfTf(word: unknown): DType | undefined {
  return BY_WORD.get(word);
}

/** Whether a TensorFlow type is that of handles. */
export function isHandleType(word: unknown): boolean {
  return word === "DT_RESOURCE" || word === "DT_VARIANT" || word === 20 || word === 21;
}
