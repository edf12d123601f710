import { type DType, DTYPES, isDType } from "@modelgauge/core";
import { closestMatch } from "leven";
import { usageError } from "../usage-error.ts";

/**
 * Reads the name of an element type.
 *
 * @throws ModelGaugeError `usage`, with the nearest name
 */
export function parseDType(text: string): DType {
  if (isDType(text)) return text;
  const nearest = closestMatch(text, DTYPES, { maxDistance: 3 });
  throw usageError(`there is no dtype "${text}"`, nearest === undefined ? `there are ${DTYPES.join(", ")}` : `did you mean "${nearest}"?`);
}
