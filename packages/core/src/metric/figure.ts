import { combine, type Status } from "../ir/status.ts";

/** A number with how far it is to be trusted. The unit stands in the metric's {@link FigureType}. */
export interface Figure {
  /** null where the status is `unknown`. */
  readonly value: number | null;
  readonly status: Status;
}

/** What a figure measures. */
export interface FigureType {
  /** Singular or plural as the field writes it: `MAC`, `parameters`, `bytes`, `s`, `J`. */
  readonly unit: string;
  /** One clause: what is counted. */
  readonly description: string;
}

/** A counting convention that a metric follows, printed in every report. */
export interface Convention {
  /** Its number in docs/conventions.md: `C2`. */
  readonly id: string;
  /** One sentence. */
  readonly text: string;
}

/** An exact figure. */
export function exact(value: number): Figure {
  return figure(value, "exact");
}

/** A figure; one above 2^53 is rounded, so no longer exact; one that is no finite number is unknown. */
export function figure(value: number | null, status: Status): Figure {
  if (value === null || status === "unknown" || !Number.isFinite(value)) return UNKNOWN;
  if (value === 0 && status === "exact") return NOTHING;
  return { value, status: value > Number.MAX_SAFE_INTEGER ? combine(status, "estimate") : status };
}

/** No number. */
export const UNKNOWN: Figure = { value: null, status: "unknown" };

/** What most layers add to most figures: one object, since large networks have millions of them. */
const NOTHING: Figure = { value: 0, status: "exact" };

/** Sum of figures; what is unknown makes it a lower bound. */
export function sumFigures(figures: Iterable<Figure>): Figure {
  let value = 0;
  let status: Status = "exact";
  for (const next of figures) {
    value += next.value ?? 0;
    status = combine(status, next.status);
  }
  return figure(value, status);
}

/** The larger of two figures that exclude one another. Where they differ, it is an upper bound. */
export function maxFigure(a: Figure, b: Figure): Figure {
  if (a.value === null || b.value === null) return { value: a.value ?? b.value ?? 0, status: "at-least" };
  const larger = a.value >= b.value ? a : b;
  return a.value === b.value
    ? { value: a.value, status: combine(a.status, b.status) }
    : figure(larger.value, combine(larger.status, "at-most"));
}

/** A figure so many times over. */
export function scaleFigure({ value, status }: Figure, times: number, timesStatus: Status): Figure {
  return value === null ? UNKNOWN : value === 0 && status === "exact" ? exact(0) : figure(value * times, combine(status, timesStatus));
}
