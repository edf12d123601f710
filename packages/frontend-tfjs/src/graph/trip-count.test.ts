import { describe, expect, it } from "vitest";
import { JsonValue } from "../json/json-value.ts";
import { type GraphFunction, type GraphNode, parseInput } from "./graph-def.ts";
import { type KnownNumber, tripCount } from "./trip-count.ts";

const NOTHING = new JsonValue(undefined, "");

/** A function of nodes `name: [op, …inputs]`. */
function made(
  parameters: readonly string[],
  nodes: Readonly<Record<string, readonly [op: string, ...inputs: string[]]>>,
  results: readonly string[],
): GraphFunction {
  return {
    name: "f",
    parameters,
    closure: false,
    results: results.map(parseInput),
    nodes: Object.entries(nodes).map(([name, [op, ...inputs]]): GraphNode => ({
      name,
      op,
      inputs: inputs.map(parseInput),
      after: [],
      attributes: NOTHING,
    })),
  };
}

const constants: Readonly<Record<string, number>> = { one: 1, two: 2, ten: 10, limit: 6 };
const constantOf = (name: string): KnownNumber | undefined => {
  const value = constants[name];
  return value === undefined ? undefined : { value };
};
const n = (value: number): KnownNumber => ({ value });
const body = (op: string, by: string): GraphFunction =>
  made(["i", "x"], { by: ["Const"], next: [op, "i", by], y: ["Sin", "x"] }, ["next", "y"]);

describe("trip counts", () => {
  it("follow a counter to its limit", () => {
    const condition = made(["i", "x"], { ten: ["Const"], less: ["Less", "i", "ten"] }, ["less"]);
    expect(tripCount(condition, body("AddV2", "two"), [n(1), undefined], constantOf)).toEqual({ runs: 5, status: "exact" }); // 1, 3, 5, 7, 9
    expect(tripCount(condition, body("Mul", "two"), [n(1), undefined], constantOf)).toEqual({ runs: 4, status: "exact" }); // 1, 2, 4, 8
    expect(tripCount(condition, body("AddV2", "one"), [n(12), undefined], constantOf)).toEqual({ runs: 0, status: "exact" });
  });

  it("follow values that stand around, and counters that others depend on", () => {
    const condition = made(["i", "j"], { less: ["Less", "j", "limit"] }, ["less"]);
    const step = made(["i", "j"], { next: ["AddV2", "i", "one"], sum: ["AddV2", "j", "i"] }, ["next", "sum"]);
    expect(tripCount(condition, step, [n(0), n(0)], constantOf)).toEqual({ runs: 4, status: "exact" }); // j: 0, 0, 1, 3, 6
  });

  it("are bounds where a part of the condition is not known", () => {
    const condition = made(
      ["i", "x"],
      { ten: ["Const"], less: ["Less", "i", "ten"], other: ["Greater", "x", "ten"], both: ["LogicalAnd", "less", "other"] },
      ["both"],
    );
    expect(tripCount(condition, body("AddV2", "one"), [n(0), undefined], constantOf)).toEqual({ runs: 10, status: "at-most" });
  });

  it("are not known where nothing ends the loop, or only data does", () => {
    const condition = made(["i", "x"], { greater: ["Greater", "x", "ten"] }, ["greater"]);
    expect(tripCount(condition, body("AddV2", "one"), [n(0), undefined], constantOf)).toBeUndefined();
    const always = made(["i", "x"], { less: ["Less", "i", "ten"] }, ["less"]);
    expect(tripCount(always, body("Sub", "one"), [n(0), undefined], constantOf)).toBeUndefined();
  });

  it("are not known where the limit is not", () => {
    const condition = made(["i", "most"], { less: ["Less", "i", "most"] }, ["less"]);
    const step = made(["i", "most"], { next: ["AddV2", "i", "one"] }, ["next", "most"]);
    expect(tripCount(condition, step, [n(0), undefined], constantOf)).toBeUndefined();
    expect(tripCount(condition, step, [n(0), n(4)], constantOf)).toEqual({ runs: 4, status: "exact" });
  });

  it("are bounded by the bound of a limit, where they rise with it", () => {
    const step = made(["i", "most"], { next: ["AddV2", "i", "one"] }, ["next", "most"]);
    const bound = { value: 4, atMost: true };
    const less = made(["i", "most"], { less: ["Less", "i", "most"] }, ["less"]);
    expect(tripCount(less, step, [n(0), bound], constantOf)).toEqual({ runs: 4, status: "at-most" });
    const twice = made(["i", "most"], { twice: ["Mul", "most", "two"], less: ["Less", "i", "twice"] }, ["less"]);
    expect(tripCount(twice, step, [n(0), bound], constantOf)).toEqual({ runs: 8, status: "at-most" }); // 2 · 4
    const rest = made(["i", "most"], { rest: ["Sub", "ten", "most"], less: ["Less", "i", "rest"] }, ["less"]);
    expect(tripCount(rest, step, [n(0), bound], constantOf)).toBeUndefined(); // 10 − 4 or more
  });

  it("are not known where a counter's paths part", () => {
    const condition = made(["i"], { less: ["Less", "i", "ten"] }, ["less"]);
    const step = (a: string, b: string): GraphFunction =>
      made(["i"], { a: ["AddV2", "i", a], b: ["AddV2", "i", b], next: ["Merge", "a", "b"] }, ["next"]);
    expect(tripCount(condition, step("one", "two"), [n(0)], constantOf)).toBeUndefined();
    expect(tripCount(condition, step("two", "two"), [n(0)], constantOf)).toEqual({ runs: 5, status: "exact" }); // 0, 2, 4, 6, 8
  });
});
