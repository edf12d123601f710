import { check, type Shape } from "@modelgauge/core";

/** What a StridedSlice node asks for; each mask has a bit for each entry. Numbers that are not known are undefined. */
export interface StridedSliceSpec {
  readonly entries: number;
  readonly begin: readonly number[] | undefined;
  readonly end: readonly number[] | undefined;
  readonly strides: readonly number[] | undefined;
  /** Whether `begin`, and `end`, are no exact numbers but bounds or estimates. */
  readonly vagueBegin?: boolean;
  readonly vagueEnd?: boolean;
  readonly beginMask: number;
  readonly endMask: number;
  readonly ellipsisMask: number;
  readonly newAxisMask: number;
  readonly shrinkAxisMask: number;
}

/** The same as a plain slice of each dimension, and the shape that is left of it. */
export interface ResolvedSlice {
  /** Whether a size is an upper bound: a range that begins nobody knows where, taken from the first element on. */
  readonly early: boolean;
  /** Whether it is known where each part begins; else it is taken to begin at the first element. */
  readonly placed: boolean;
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
  readonly steps: readonly number[];
  /** Without the dimensions that an index takes away, with new ones of size 1. */
  readonly shape: Shape;
}

/**
 * Resolves the entries of a StridedSlice: ranges, single indices, new axes, an ellipsis.
 * https://www.tensorflow.org/api_docs/python/tf/strided_slice
 *
 * @returns undefined where sizes follow from numbers that are not known
 * @throws ModelGaugeError `invalid-layer` where they do not fit the shape
 */
export function resolveStridedSlice(shape: Shape, spec: StridedSliceSpec): ResolvedSlice | undefined {
  const { entries } = spec;
  const has: Has = (mask, entry) => ((mask >>> entry) & 1) === 1;
  const isEllipsis = (entry: number): boolean => has(spec.ellipsisMask, entry);
  const isNewAxis = (entry: number): boolean => !isEllipsis(entry) && has(spec.newAxisMask, entry);
  const indexing = Array.from({ length: entries }, (_, entry) => entry).filter((entry) => !isEllipsis(entry) && !isNewAxis(entry)).length;
  check(indexing <= shape.length, () => `${indexing} entries do not index ${shape.length} dimensions`);
  const result = {
    early: false,
    placed: true,
    starts: [] as number[],
    sizes: [] as number[],
    steps: [] as number[],
    shape: [] as number[],
  };
  const whole = (): void => {
    const size = shape[result.starts.length]!;
    result.starts.push(0);
    result.sizes.push(size);
    result.steps.push(1);
    result.shape.push(size);
  };
  for (let entry = 0; entry < entries; entry++) {
    if (isEllipsis(entry)) {
      for (let covered = shape.length - indexing; covered > 0; covered--) whole();
    } else if (isNewAxis(entry)) {
      result.shape.push(1);
    } else {
      const size = shape[result.starts.length]!;
      const one = has(spec.shrinkAxisMask, entry);
      const range = one ? single(spec.begin?.[entry], size) : rangeOf(spec, entry, size, has);
      if (range === undefined) return undefined;
      result.early ||= !one && isEarly(spec, entry, has);
      result.placed &&= one ? spec.begin !== undefined : !isEarly(spec, entry, has);
      result.starts.push(range.start);
      result.sizes.push(range.count);
      result.steps.push(range.step);
      if (!one) result.shape.push(range.count);
    }
  }
  while (result.starts.length < shape.length) whole();
  return result;
}

interface Range {
  readonly start: number;
  readonly count: number;
  readonly step: number;
}

function single(index: number | undefined, size: number): Range {
  if (index === undefined) return { start: 0, count: 1, step: 1 };
  const start = index < 0 ? index + size : index;
  check(start >= 0 && start < size, () => `index ${index} lies outside a dimension of size ${size}`);
  return { start, count: 1, step: 1 };
}

type Has = (mask: number, entry: number) => boolean;

/** Whether a range may begin elsewhere than is told, and ends where it does all the same. */
function isEarly({ vagueBegin = false, vagueEnd = false, beginMask, endMask }: StridedSliceSpec, entry: number, has: Has): boolean {
  return vagueBegin && !has(beginMask, entry) && (!vagueEnd || has(endMask, entry));
}

function rangeOf(spec: StridedSliceSpec, entry: number, size: number, has: Has): Range | undefined {
  const { begin, end, strides, beginMask, endMask } = spec;
  const step = strides?.[entry];
  const [least, most] = [has(beginMask, entry) ? 0 : begin?.[entry], has(endMask, entry) ? 0 : end?.[entry]];
  if (step === undefined || least === undefined || most === undefined) return undefined;
  check(step !== 0, "a stride is 0");
  const [first, last] = step > 0 ? [0, size] : [-1, size - 1];
  const clamp = (index: number): number => Math.min(last, Math.max(first, index < 0 ? index + size : index));
  const from = has(beginMask, entry) || isEarly(spec, entry, has) ? (step > 0 ? 0 : size - 1) : clamp(least);
  const to = has(endMask, entry) ? (step > 0 ? size : -1) : clamp(most);
  const count = Math.max(0, Math.ceil((to - from) / step));
  return { start: count === 0 ? 0 : from, count, step };
}
