import type { Int } from "./model-proto.ts";

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** An integer as a number where that is exact. */
export function exactInt(value: bigint): Int {
  return value >= -LARGEST && value <= LARGEST ? Number(value) : value;
}
