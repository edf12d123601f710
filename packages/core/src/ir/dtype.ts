const bits = {
  float64: 64,
  float32: 32,
  float16: 16,
  bfloat16: 16,
  float8e4m3fn: 8,
  float8e4m3fnuz: 8,
  float8e5m2: 8,
  float8e5m2fnuz: 8,
  float8e8m0: 8,
  float6e2m3: 6,
  float6e3m2: 6,
  float4e2m1: 4,
  int64: 64,
  int32: 32,
  int16: 16,
  int8: 8,
  int4: 4,
  int2: 2,
  uint64: 64,
  uint32: 32,
  uint16: 16,
  uint8: 8,
  uint4: 4,
  uint2: 2,
  bool: 8,
  complex64: 64,
  complex128: 128,
  string: undefined,
} as const;

/** Element type of a tensor. */
export type DType = keyof typeof bits;

/** Every element type, widest floating-point type first. */
export const DTYPES: readonly DType[] = Object.keys(bits) as DType[];

/** Whether a word names an element type. */
export function isDType(word: unknown): word is DType {
  return typeof word === "string" && Object.hasOwn(bits, word);
}

/** Bits that one stored element takes; undefined for strings, whose length varies. */
export function bitsOf(dtype: DType): number | undefined {
  return bits[dtype];
}

/** Bytes that so many elements take when packed, rounded up to whole bytes (C6); undefined for strings. */
export function bytesOf(dtype: DType, elements: number): number | undefined {
  const width = bits[dtype];
  return width === undefined ? undefined : width >= 8 ? elements * (width / 8) : Math.ceil((elements * width) / 8);
}

/** IEEE and brain floating-point types, the eight- and four-bit ones included. */
export function isFloat(dtype: DType): boolean {
  return dtype.startsWith("float") || dtype === "bfloat16";
}

/** Signed and unsigned integers; bool is none. */
export function isInteger(dtype: DType): boolean {
  return dtype.startsWith("int") || dtype.startsWith("uint");
}

/** Types whose arithmetic is floating-point: real and complex. */
export function isFloatingPoint(dtype: DType): boolean {
  return isFloat(dtype) || dtype.startsWith("complex");
}
