/** Protobuf written by hand: a field's number and its contents. */

const utf8 = new TextEncoder();

/** An unsigned integer below 2^64; negative ones in two's complement. */
export function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

/** A field of wire type 0. */
export function int(field: number, value: number | bigint): number[] {
  return [...varint(field * 8), ...varint(value)];
}

/** A field of wire type 2: a message of fields, bytes, or text. */
export function len(field: number, ...contents: readonly (readonly number[] | Uint8Array | string)[]): number[] {
  const bytes = contents.flatMap((part) => [...(typeof part === "string" ? utf8.encode(part) : part)]);
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

/** A field of wire type 5. */
export function fixed32(field: number, value: number): number[] {
  return [...varint(field * 8 + 5), ...new Uint8Array(Float32Array.of(value).buffer)];
}

/** A field of wire type 1. */
export function fixed64(field: number, value: number): number[] {
  return [...varint(field * 8 + 1), ...new Uint8Array(Float64Array.of(value).buffer)];
}
