import type { DType } from "@modelgauge/core";

/** TensorProto.DataType. */
const DATA_TYPES: readonly (DType | undefined)[] = [
  undefined, // UNDEFINED
  "float32", // FLOAT
  "uint8",
  "int8",
  "uint16",
  "int16",
  "int32",
  "int64",
  "string",
  "bool",
  "float16",
  "float64", // DOUBLE
  "uint32",
  "uint64",
  "complex64",
  "complex128",
  "bfloat16",
  "float8e4m3fn",
  "float8e4m3fnuz",
  "float8e5m2",
  "float8e5m2fnuz",
  "uint4",
  "int4",
  "float4e2m1",
  "float8e8m0",
  "uint2",
  "int2",
  "float6e2m3",
  "float6e3m2",
];

/** The element type that a number in `dataType`, `elemType` or `keyType`, or in an attribute like Cast's `to`, stands for; undefined for none. */
export function dtypeOf(dataType: number): DType | undefined {
  return DATA_TYPES[dataType];
}
