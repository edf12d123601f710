import { type Graph, isTensorType, type Tensor } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { loopRuns, type LoopStart } from "./loop-runs.ts";

const sized = (size: number): Tensor => ({
  name: "x",
  role: "activation",
  type: { dtype: "float32", shape: [size] },
  status: "exact",
  stored: false,
});
const graph = (...outputs: readonly Tensor[]): Graph => ({ name: "g", inputs: [], outputs, layers: [] });
const flag = (value: boolean | undefined): Tensor => ({
  name: "go",
  role: "activation",
  type: { dtype: "bool", shape: [] },
  status: "exact",
  values: value === undefined ? undefined : [Number(value)],
  stored: false,
});
const sizeOf = (tensor: Tensor | undefined): number => {
  const type = tensor?.type;
  return type !== undefined && isTensorType(type) ? (type.shape[0] ?? 0) : 0;
};

/** A loop that carries a vector, which grows by an element in each run. */
const growing = (options: Partial<LoopStart>): LoopStart => ({
  count: { runs: 3, status: "exact" },
  carried: [sized(2)],
  general: { cond: graph(flag(undefined)), body: graph(sized(3)) },
  describe: (part, [x]) => graph(part === "cond" ? flag(sizeOf(x) < 6) : sized(sizeOf(x) + 1)),
  contentOf: () => undefined,
  affords: () => true,
  ...options,
});
const outline = (start: LoopStart): readonly unknown[] =>
  loopRuns(start).bodies.map(({ name, graph: { outputs }, runs, status }) => [
    name,
    name === "cond" ? "" : sizeOf(outputs[0]),
    runs,
    status,
  ]);

describe("runs of a loop", () => {
  it("are one body, so often, where each leaves what it takes", () => {
    expect(outline(growing({ carried: [sized(3)] }))).toEqual([
      ["cond", "", 4, "exact"],
      ["body", 3, 3, "exact"],
    ]);
  });

  it("are described one by one where they differ", () => {
    const conditions = (count: number): readonly unknown[] => Array.from({ length: count }, () => ["cond", "", 1, "exact"]);
    const bodies = [3, 4, 5, 6].map((size) => ["body", size, 1, "exact"]);
    expect(outline(growing({}))).toEqual([...conditions(4), ...bodies.slice(0, 3)]);
    // Nothing counts them, but the condition is known before each: 2, 3, 4 and 5 are less than 6.
    expect(outline(growing({ count: undefined }))).toEqual([...conditions(5), ...bodies]);
  });

  it("are an estimate where that is too many, and at least one where nothing tells the end", () => {
    const estimate = (runs: number): readonly unknown[] => [
      ["cond", "", runs + 1, "estimate"],
      ["body", 3, runs, "estimate"],
    ];
    expect(outline(growing({ count: { runs: 500, status: "exact" } }))).toEqual(estimate(500));
    expect(outline(growing({ affords: () => false }))).toEqual(estimate(3));
    expect(outline(growing({ count: { runs: 3, status: "at-most" } }))).toEqual(estimate(3));
    expect(outline(growing({ count: undefined, describe: () => graph(flag(undefined)) }))).toEqual([
      ["cond", "", 1, "at-least"],
      ["body", 3, 1, "at-least"],
    ]);
  });

  it("are not tried out once the budget is spent", () => {
    const describe = (): Graph => expect.unreachable("describes a run");
    expect(loopRuns(growing({ affords: () => false, describe })).unrolled).toBe(false);
  });
});
