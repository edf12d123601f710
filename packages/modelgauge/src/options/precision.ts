import { type DType, isDType, type LayerPrecision, type Precision } from "@modelgauge/core";
import { usageError } from "../usage-error.ts";
import { parseDType } from "./dtype.ts";

/**
 * Reads `--precision weights=int8,activations=float16`, or `float16` for both; with a pattern in front, the precision of the layers that it
 * names: `encoder.*:weights=int4`, or `encoder.*=int8` for both.
 *
 * @throws ModelGaugeError `usage`
 */
export function parsePrecision(text: string): Precision {
  const precision: { weights?: DType; activations?: DType } = {};
  const layers: LayerPrecision[] = [];
  for (const part of text.split(",")) {
    if (isDType(part)) {
      Object.assign(precision, { weights: part, activations: part });
      continue;
    }
    const [, pattern, what, dtype] = /^(?:(.+):)?(weights|activations)=([^=]+)$/s.exec(part) ?? [];
    if (dtype !== undefined) {
      const types = { [what as "weights" | "activations"]: parseDType(dtype) };
      if (pattern === undefined) Object.assign(precision, types);
      else layers.push({ pattern, ...types });
      continue;
    }
    const [, both, type] = /^([^:=][^=]*)=([^=]+)$/s.exec(part) ?? [];
    if (both === undefined || type === undefined) {
      throw usageError(
        `--precision takes weights=… and activations=…, for some layers with a pattern, as in weights=int8,encoder.*:activations=float16, not "${text}"`,
      );
    }
    layers.push({ pattern: both, weights: parseDType(type), activations: parseDType(type) });
  }
  return { ...precision, ...(layers.length > 0 && { layers }) };
}
