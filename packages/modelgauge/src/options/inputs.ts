import { type Bindings, type InputOverride, isDType } from "@modelgauge/core";
import { usageError } from "../usage-error.ts";
import { parseDType } from "./dtype.ts";

type Inputs = NonNullable<Bindings["inputs"]>;

/**
 * Adds `--input image=1x3x224x224`, `--input ids=int64:1x128`, `--input ids=int64` or `--input step=int64:scalar` to the inputs before it;
 * a name may hold `=` and `:`. A size may be a name that `--dim` gives a number: `--input image=batchx3x224x224`; names with an x in them stand
 * between `×`.
 *
 * @throws ModelGaugeError `usage`
 */
export function collectInput(text: string, before: Inputs = {}): Inputs {
  const [, name, type] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
  if (name === undefined || type === undefined) throw wrong(text);
  return { ...before, [name]: parseType(type, text) };
}

function parseType(type: string, text: string): InputOverride {
  if (isDType(type)) return { dtype: type };
  const colon = type.indexOf(":");
  const shape = parseShape(type.slice(colon + 1), text);
  return colon < 0 ? { shape } : { dtype: parseDType(type.slice(0, colon)), shape };
}

function parseShape(shape: string, text: string): readonly (number | string)[] {
  if (shape === "scalar") return [];
  return shape.split(shape.includes("×") ? "×" : "x").map((size) => {
    if (/^\d+$/.test(size) && Number.isSafeInteger(Number(size))) return Number(size);
    if (/^[A-Za-z]\w*$/.test(size)) return size;
    throw wrong(text);
  });
}

function wrong(text: string): Error {
  return usageError(`--input takes a name and a type, as in image=1x3x224x224, image=batchx3x224x224 or ids=int64:1x128, not "${text}"`);
}
