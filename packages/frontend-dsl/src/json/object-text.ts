import { getLocation } from "jsonc-parser";
import type { SourceText } from "./source-text.ts";

/**
 * A document that a program holds as an object, as text: places are paths, `layers[3].kernel`.
 *
 * @throws TypeError when it is not made of JSON's values
 */
export function objectText(name: string, document: object): SourceText {
  const text = JSON.stringify(document, undefined, 1);
  const path = (offset: number): string => {
    let written = "";
    for (const step of getLocation(text, offset).path) {
      if (typeof step === "number") written += `[${step}]`;
      else if (step !== "") written += written === "" ? step : `.${step}`;
    }
    return written === "" ? "document" : written;
  };
  return { name, text, locate: (offset) => `${name}: ${path(offset)}`, mention: path };
}
