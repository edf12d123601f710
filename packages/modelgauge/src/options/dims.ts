import { usageError } from "../usage-error.ts";

/**
 * Adds `--dim batch=8` to the dims before it; a name may hold `=`.
 *
 * @throws ModelGaugeError `usage`
 */
export function collectDim(text: string, before: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> {
  const [, name, size] = /^(.+)=(\d+)$/s.exec(text) ?? [];
  if (name === undefined || !Number.isSafeInteger(Number(size))) {
    throw usageError(`--dim takes a name and a whole number, as in batch=8, not "${text}"`);
  }
  return { ...before, [name]: Number(size) };
}
