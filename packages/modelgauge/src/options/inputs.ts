import { type Bindings, type InputOverride, isDType } from "@modelgauge/core";
import { usageError } from "../usage-error.ts";
import { parseDType } from "./dtype.ts";

type Inputs = NonNullable<Bindings["inputs"]>;

/**
 * Adds `--input image=1x3x224x224`, `--input ids=int64:1x128`, `--input ids=int64` or `--input step=int64:scalar` to the inputs before it;
 * a name may hold `=` and `:`.
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

function parseShape(shape: string, text: string): readonly number[] {
  if (shape === "scalar") return [];
  if (!/^\d+([x×]\d+)*$/.test(shape)) throw wrong(text);
  const sizes = shape.split(/[x×]/).map(Number);
  if (!sizes.every(Number.isSafeInteger)) throw wrong(text);
  return sizes;
}

function wrong(text: string): Error {
  return usageError(`--input takes a name and a type, as in image=1x3x224x224 or ids=int64:1x128, not "${text}"`);
}
