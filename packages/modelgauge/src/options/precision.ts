import type { Precision } from "@modelgauge/core";
import { usageError } from "../usage-error.ts";
import { parseDType } from "./dtype.ts";

/**
 * Reads `--precision weights=int8,activations=float16`.
 *
 * @throws ModelGaugeError `usage`
 */
export function parsePrecision(text: string): Precision {
  const precision: { -readonly [Key in keyof Precision]: Precision[Key] } = {};
  for (const part of text.split(",")) {
    const [, what, dtype] = /^(weights|activations)=(.+)$/.exec(part) ?? [];
    if (dtype === undefined)
      throw usageError(`--precision takes weights=… and activations=…, as in weights=int8,activations=float16, not "${text}"`);
    precision[what as keyof Precision] = parseDType(dtype);
  }
  return precision;
}
