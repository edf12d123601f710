/** Units that take a prefix of their own: `MB`, `ms`. */
const PREFIXED: Readonly<Record<string, string>> = { bytes: "B", "bytes/s": "B/s", "OP/s": "OP/s", s: "s", J: "J", W: "W", Hz: "Hz" };

/** Units of counts, which the figure's title tells. */
const COUNTS: ReadonlySet<string> = new Set(["parameters", "elements", "MAC", "FLOP", "OP"]);

const LARGE = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"];
const SMALL = ["", "m", "µ", "n", "p", "f", "a"];

/**
 * A number as people read it, with three or four digits: `4.09 G`, `102.2 MB`, `1.25 ms`, `139.0 OP/byte`. Prefixes are powers of 1000.
 *
 * @param unit as metrics state it; counts show none
 */
export function readable(value: number, unit: string): string {
  const symbol = PREFIXED[unit];
  const { digits, prefix } = scaled(value, symbol !== undefined);
  if (symbol !== undefined) return `${digits} ${prefix}${symbol}`;
  return [digits, prefix, COUNTS.has(unit) ? "" : unit].filter(Boolean).join(" ");
}

/** A whole number to its last digit with its unit, `25,557,032 parameters`; undefined where the value is not whole. */
export function toLastDigit(value: number, unit: string): string | undefined {
  return Number.isInteger(value) ? `${String(BigInt(value)).replace(/\B(?=(\d{3})+$)/g, ",")} ${unit}` : undefined;
}

function scaled(value: number, alsoSmall: boolean): { digits: string; prefix: string } {
  const size = Math.abs(value);
  if (size === 0) return { digits: "0", prefix: "" };
  if (size < 1 && alsoSmall) {
    const step = SMALL.findIndex((_, index) => rounded(size * 1000 ** index) >= 1);
    return step < 0 ? { digits: value.toExponential(2), prefix: "" } : { digits: written(value * 1000 ** step), prefix: SMALL[step]! };
  }
  if (size < 1) return { digits: String(Number(value.toPrecision(3))), prefix: "" };
  if (size < 1000 && Number.isInteger(value)) return { digits: String(value), prefix: "" };
  const step = LARGE.findIndex((_, index) => rounded(size / 1000 ** index) < 1000);
  return step < 0 ? { digits: value.toExponential(2), prefix: "" } : { digits: written(value / 1000 ** step), prefix: LARGE[step]! };
}

/** Two decimals below 10, else one. */
function written(value: number): string {
  return rounded(Math.abs(value)) < 10 ? value.toFixed(2) : value.toFixed(1);
}

/** The number that {@link written} shows: 999.96 is 1000. */
function rounded(size: number): number {
  return Number(size < 9.995 ? size.toFixed(2) : size.toFixed(1));
}
