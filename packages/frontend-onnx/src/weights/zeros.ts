import { bitsOf, type DType, isFloat } from "@modelgauge/core";

/** Counts the zeros in a piece of a payload; pieces come in order, whole elements each. */
export type ZeroCounter = (piece: Uint8Array) => number;

/** Formats in which the sign bit alone is no number, or which have no zero. */
const WITHOUT_NEGATIVE_ZERO: ReadonlySet<DType> = new Set(["float8e4m3fnuz", "float8e5m2fnuz"]);

/**
 * Counts zeros, negative ones too, in little-endian elements as `raw_data` and external files hold them.
 *
 * @returns undefined where elements have no fixed width or straddle bytes, or the format has no zero
 */
export function rawZeroCounter(dtype: DType): ZeroCounter | undefined {
  const bits = bitsOf(dtype);
  if (bits === undefined || bits === 6 || dtype === "float8e8m0") return undefined;
  const signed = isFloat(dtype) && !WITHOUT_NEGATIVE_ZERO.has(dtype);
  if (bits < 8) return subByteZeros(bits, signed);
  if (dtype.startsWith("complex")) return pairZeros(bits / 32);
  return wideZeros(bits / 8, signed);
}

/** Elements of 1, 2, 4 or 8 bytes. */
function wideZeros(width: number, signed: boolean): ZeroCounter {
  const sign = signed ? 0x7f : 0xff;
  return (piece) => {
    if (width === 4 && piece.byteOffset % 4 === 0) return wordZeros(piece, signed);
    let zeros = 0;
    for (let start = 0; start + width <= piece.length; start += width) {
      let any = piece[start + width - 1]! & sign;
      for (let byte = 0; any === 0 && byte < width - 1; byte++) any = piece[start + byte]!;
      if (any === 0) zeros += 1;
    }
    return zeros;
  };
}

/** Elements of 4 bytes, the commonest, as words: several times faster. */
function wordZeros({ buffer, byteOffset, length }: Uint8Array, signed: boolean): number {
  const magnitude = signed ? 0x7fff_ffff : 0xffff_ffff;
  let zeros = 0;
  for (const word of new Uint32Array(buffer, byteOffset, length >> 2)) if ((word & magnitude) === 0) zeros += 1;
  return zeros;
}

/** Complex elements: two floating-point parts of `words` 16-bit words each. */
function pairZeros(words: number): ZeroCounter {
  const part = wideZeros(words * 2, true);
  const width = words * 2;
  return (piece) => {
    let zeros = 0;
    for (let start = 0; start + 2 * width <= piece.length; start += 2 * width) {
      if (part(piece.subarray(start, start + 2 * width)) === 2) zeros += 1;
    }
    return zeros;
  };
}

function subByteZeros(bits: number, signed: boolean): ZeroCounter {
  const mask = (1 << bits) - 1;
  const magnitude = signed ? mask >> 1 : mask;
  const zerosIn = Uint8Array.from({ length: 256 }, (_, byte) => {
    let zeros = 0;
    for (let shift = 0; shift < 8; shift += bits) if (((byte >> shift) & magnitude) === 0) zeros += 1;
    return zeros;
  });
  return (piece) => {
    let zeros = 0;
    for (const byte of piece) zeros += zerosIn[byte]!;
    return zeros;
  };
}

/** Counts zeros among packed varints: a zero is one byte, after one that ends a number. */
export function varintZeroCounter(): ZeroCounter {
  let ended = true;
  return (piece) => {
    let zeros = 0;
    for (const byte of piece) {
      if (ended && byte === 0) zeros += 1;
      ended = byte < 0x80;
    }
    return zeros;
  };
}
