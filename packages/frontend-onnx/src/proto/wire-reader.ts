import { exactInt } from "./exact-int.ts";
import type { Int } from "./model-proto.ts";

/**
 * Why bytes could not be decoded. `cut-off`: more bytes were wanted than there are in the message, or in the file; `limit`: there is
 * more than the reader takes; `malformed`: the rest.
 */
export type FaultKind = "cut-off" | "limit" | "malformed";

/** Bytes could not be decoded; the message says why, without place or file. */
export class WireFault extends Error {
  readonly kind: FaultKind;
  /** Byte of the file. */
  readonly offset: number;

  constructor(kind: FaultKind, offset: number, message: string) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }
}

/** The wire types of protobuf. https://protobuf.dev/programming-guides/encoding/ */
export const WIRE_TYPE = { varint: 0, fixed64: 1, length: 2, startGroup: 3, endGroup: 4, fixed32: 5 } as const;

/** The longest tag and the longest number after it, in bytes. */
export const HEADER_BYTES = 20;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Reads protobuf's primitive values out of the part of a file that is in memory. Callers make sure, by {@link WireReader.buffered},
 * that a value is there before they read it; only a varint may find out by itself that it is not.
 */
export class WireReader {
  #bytes: Uint8Array = new Uint8Array();
  #view: DataView = new DataView(this.#bytes.buffer);
  #start = 0;
  #at = 0;

  /** Puts other bytes in memory, and stands at the first. `start` is its offset in the file. */
  load(bytes: Uint8Array, start: number): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#start = start;
    this.#at = 0;
  }

  /** Offset in the file of the next byte. */
  get position(): number {
    return this.#start + this.#at;
  }

  /** Bytes in memory from the position on. */
  get buffered(): number {
    return Math.max(0, this.#bytes.length - this.#at);
  }

  /** Goes on by so many bytes, in memory or not. */
  skip(length: number): void {
    this.#at += length;
  }

  /**
   * An unsigned 64-bit integer of one to ten bytes; bigint beyond 2^53.
   *
   * @throws WireFault where it does not end
   */
  uint64(): Int {
    const first = this.#at;
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = this.#varintByte(first);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    let large = BigInt(value);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.#varintByte(first);
      large += BigInt(byte & 127) << shift;
      if (byte < 128) return exactInt(BigInt.asUintN(64, large));
    }
    throw new WireFault("malformed", this.#start + first, "a number goes on for more than 10 bytes");
  }

  #varintByte(first: number): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new WireFault("cut-off", this.#start + first, "a number is cut off");
    return byte;
  }

  /** A signed 64-bit integer in two's complement. */
  int64(): Int {
    const value = this.uint64();
    return typeof value === "number" ? value : exactInt(BigInt.asIntN(64, value));
  }

  /** The low 32 bits of an integer, in two's complement. */
  int32(): number {
    const value = this.uint64();
    return typeof value === "number" ? value | 0 : Number(BigInt.asIntN(32, value));
  }

  /** Four bytes. */
  float(): number {
    this.#at += 4;
    return this.#view.getFloat32(this.#at - 4, true);
  }

  /** Eight bytes. */
  double(): number {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  /** A copy of so many bytes. */
  bytes(length: number): Uint8Array {
    this.#at += length;
    return new Uint8Array(this.#bytes.subarray(this.#at - length, this.#at));
  }

  /** So many bytes as text; what is no UTF-8 becomes U+FFFD. */
  string(length: number): string {
    const start = this.#at;
    this.#at += length;
    return length <= SHORT ? shortText(this.#bytes, start, this.#at) : utf8.decode(this.#bytes.subarray(start, this.#at));
  }
}

/** Up to so many bytes, building a string by characters is faster than calling a decoder. */
const SHORT = 64;

function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 127) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
