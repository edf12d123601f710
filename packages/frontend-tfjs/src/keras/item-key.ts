import { check, type Shape } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";

/** What an index expression in Python, `x[:, 0, ..., None, ::2]`, takes of a tensor. */
export interface ItemKey {
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
  readonly steps: readonly number[];
  /** The sizes without axes that are indexed by a number, and with new ones. */
  readonly shape: readonly number[];
}

/**
 * Reads the key of a `GetItem` of Keras 3; undefined where it indexes by tensors.
 *
 * @throws ModelGaugeError `invalid-layer` where it does not fit the shape
 */
export function itemKey(key: JsonValue, shape: Shape): ItemKey | undefined {
  const entries = key.isList ? key.items() : [key];
  const kinds = entries.map(kindOf);
  if (kinds.includes(undefined)) return undefined;
  const named = kinds.filter((kind) => kind === "index" || kind === "slice").length;
  check(named <= shape.length, () => `${named} indices do not fit ${shape.length} dimensions`);
  const [starts, sizes, steps, output]: [number[], number[], number[], number[]] = [[], [], [], []];
  const whole = (count: number): void => {
    for (const size of shape.slice(starts.length, starts.length + count)) {
      starts.push(0);
      sizes.push(size);
      steps.push(1);
      output.push(size);
    }
  };
  entries.forEach((entry, position) => {
    const size = shape[starts.length] ?? 0;
    if (kinds[position] === "ellipsis") return whole(shape.length - named);
    if (kinds[position] === "new") return void output.push(1);
    if (kinds[position] === "index") {
      const index = entry.integer() < 0 ? entry.integer() + size : entry.integer();
      check(index >= 0 && index < size, () => `index ${entry.integer()} lies outside an axis of size ${size}`);
      starts.push(index);
      sizes.push(1);
      return void steps.push(1);
    }
    const taken = slice(entry.at("config"), size);
    starts.push(taken.start);
    sizes.push(taken.count);
    steps.push(taken.step);
    output.push(taken.count);
  });
  whole(shape.length - starts.length);
  return { starts, sizes, steps, shape: output };
}

function kindOf(entry: JsonValue): "index" | "slice" | "ellipsis" | "new" | undefined {
  if (!entry.isPresent) return "new";
  if (typeof entry.value === "number") return "index";
  const className = entry.isObject ? entry.at("class_name").value : undefined;
  if (className === "__ellipsis__") return "ellipsis";
  const bounds = className === "__slice__" ? ["start", "stop", "step"].map((bound) => entry.at("config").at(bound)) : undefined;
  return bounds?.every(({ value }) => value === undefined || typeof value === "number") ? "slice" : undefined;
}

/** As Python resolves `start:stop:step`: bounds count from the end where negative, and stay inside. */
function slice(bounds: JsonValue, size: number): { readonly start: number; readonly count: number; readonly step: number } {
  const step = bounds.at("step").integer(1);
  check(step !== 0, "a step of 0 never ends");
  const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
  const within = (bound: JsonValue, fallback: number): number => {
    if (!bound.isPresent) return fallback;
    const place = bound.integer() < 0 ? bound.integer() + size : bound.integer();
    return Math.min(most, Math.max(least, place));
  };
  const start = within(bounds.at("start"), step > 0 ? least : most);
  const stop = within(bounds.at("stop"), step > 0 ? most : least);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return { start: count === 0 ? 0 : start, count, step };
}
