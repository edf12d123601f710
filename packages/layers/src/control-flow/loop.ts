import {
  type Body,
  check,
  combine,
  defineLayerType,
  type InputValue,
  isTensorType,
  type LayerType,
  type OutputType,
  sameType,
  type Values,
  type ValueType,
} from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { wholeFrom } from "../whole-number.ts";
import { bodyOutputs } from "./body-outputs.ts";
import { mergeTypes } from "../value-types/merge-types.ts";

/**
 * Runs a body again and again, handing values from each run to the next.
 *
 * carried: what the first run takes. The last body is the one that repeats; others before it, like a condition that is a graph of its
 * own, only cost. Its outputs: whether to go on (where `condition` says so), the carried values, then tensors that are stacked over
 * the runs. Outputs: the carried values after the last run, then the stacked ones, [runs, …]. A carried value that changes its type is
 * extrapolated: its sizes grow by as much in each run as in the first; an estimate.
 * `unrolled`: the bodies after the `conditions` run one after the other instead, each as often as it says, and nothing is extrapolated;
 * where the last is not sure to run, neither are the types that it leaves. Work and traffic are the bodies' own.
 */
export const loop: LayerType = defineLayerType({
  type: "loop",
  attributes: z.strictObject({
    condition: z.boolean().default(true).describe("whether the first output of the body says whether to go on"),
    unrolled: z.boolean().default(false).describe("whether the bodies run one after the other"),
    conditions: wholeFrom(0).default(0).describe("where they do: how many of the first are conditions, which only cost"),
  }),
  inputs: { tripCount: "tensor?", goOn: "tensor?", carried: "values" },
  growsWith: ["tripCount", "carried"],

  describe({ attributes: { condition, unrolled, conditions }, inputs: { carried }, bodies }) {
    const runs = (unrolled ? bodies.slice(conditions) : bodies.slice(-1)).map((body) => ({
      body,
      ...partsOf(body, bodyOutputs(body), condition, carried.length),
    }));
    const last = runs.at(-1);
    check(last !== undefined, "has no body");
    for (const { body, stacked } of runs) {
      check(
        stacked.length === last.stacked.length,
        () => `${body.name} stacks ${stacked.length} outputs, ${last.body.name} ${last.stacked.length}`,
      );
    }
    const final = carried.map((initial, index): OutputType => {
      check(initial !== undefined, () => `carried value ${index} is missing`);
      const each = runs.map((run) => run.carried[index]!);
      return unrolled ? afterSome(initial, each, last.body) : afterRuns(initial, last.carried[index]!, last.body);
    });
    const stacked = last.stacked.map((_, index) => {
      const each = runs.map((run) => run.stacked[index]!).reduce(mergeTypes);
      return stackedType(each, totalRuns(runs.map(({ body }) => body)), last.body.status);
    });
    return { outputs: [...final, ...stacked], work: {}, traffic: { read: 0, write: 0 } };
  },

  evaluate({ attributes: { condition, unrolled, conditions }, inputs: { carried }, bodies }) {
    const last = bodies.at(-1)!;
    const repeated = unrolled ? bodies.slice(conditions) : [last];
    const count = totalRuns(repeated);
    if (repeated.some(({ runs, status }) => status !== "exact" || runs > 1)) return undefined;
    const runs = repeated.map((body) =>
      partsOf<Values | undefined>(
        body,
        body.graph.outputs.map(({ values }) => values),
        condition,
        carried.length,
      ),
    );
    const stacked = runs[0]!.stacked.map((_, index): Values | undefined => {
      const each = runs.map((run) => run.stacked[index]);
      return count === 0 ? [] : each.includes(undefined) ? undefined : each.flatMap((values) => values!);
    });
    return [...(count === 0 ? carried.map((initial) => initial?.values) : runs.at(-1)!.carried), ...stacked];
  },
});

/** What a body says of its outputs, parted into what it carries and what is stacked. */
function partsOf<T>(
  { name }: Body,
  outputs: readonly T[],
  condition: boolean,
  carried: number,
): { readonly carried: readonly T[]; readonly stacked: readonly T[] } {
  const lead = condition ? 1 : 0;
  check(outputs.length >= lead + carried, () => `${name} has ${outputs.length} outputs, at least ${lead + carried} are expected`);
  return { carried: outputs.slice(lead, lead + carried), stacked: outputs.slice(lead + carried) };
}

/** Type of a carried value after all runs, from those before and after the first. */
function afterRuns(initial: InputValue, after: OutputType, { runs, status }: Body): OutputType {
  const before = typeOf(initial);
  if (sameType(before, after) || (runs === 1 && status === "exact")) return after;
  if (runs === 0 && status === "exact") return before;
  const grows = isTensorType(before) && isTensorType(after) && before.dtype === after.dtype && before.shape.length === after.shape.length;
  if (!grows) return { ...mergeTypes(before, after), status: "estimate" };
  const shape = before.shape.map((size, axis) => Math.max(0, size + runs * (after.shape[axis]! - size)));
  return { dtype: before.dtype, shape, status: "estimate" };
}

/** Type of a carried value after runs of which not all may be run. */
function afterSome(initial: InputValue, runs: readonly OutputType[], { status }: Body): OutputType {
  const last = runs.at(-1)!;
  const types = [typeOf(initial), ...runs];
  if (status === "exact" || types.every((type) => sameType(type, last))) return last;
  const grows = types.every((type, run) => run === 0 || isNoSmaller(type, types[run - 1]!));
  return { ...last, status: grows ? combine(last.status ?? "exact", status) : "estimate" };
}

function isNoSmaller(type: ValueType, than: ValueType): boolean {
  if (!isTensorType(type) || !isTensorType(than)) return sameType(type, than);
  return (
    type.dtype === than.dtype && type.shape.length === than.shape.length && type.shape.every((size, axis) => size >= than.shape[axis]!)
  );
}

function totalRuns(bodies: readonly Body[]): number {
  return bodies.reduce((sum, { runs }) => sum + runs, 0);
}

function stackedType(type: OutputType, runs: number, runsStatus: Body["status"]): OutputType {
  check(isTensorType(type), () => `a ${type.kind} cannot be stacked over the runs`);
  const status = combine(type.status ?? "exact", runsStatus);
  return { dtype: type.dtype, shape: [runs, ...type.shape], ...(status !== "exact" && { status }) };
}
