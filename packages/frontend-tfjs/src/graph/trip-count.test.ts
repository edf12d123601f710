import { describe, expect, it } from "vitest";
import { JsonValue } from "../json/json-value.ts";
import { type GraphFunction, type GraphNode, parseInput } from "./graph-def.ts";
import { tripCount } from "./trip-count.ts";

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
const constantOf = (name: string): number | undefined => constants[name];
const body = (op: string, by: string): GraphFunction =>
  made(["i", "x"], { by: ["Const"], next: [op, "i", by], y: ["Sin", "x"] }, ["next", "y"]);

describe("trip counts", () => {
  it("follow a counter to its limit", () => {
    const condition = made(["i", "x"], { ten: ["Const"], less: ["Less", "i", "ten"] }, ["less"]);
    expect(tripCount(condition, body("AddV2", "two"), [1, undefined], constantOf)).toEqual({ runs: 5, status: "exact" }); // 1, 3, 5, 7, 9
    expect(tripCount(condition, body("Mul", "two"), [1, undefined], constantOf)).toEqual({ runs: 4, status: "exact" }); // 1, 2, 4, 8
    expect(tripCount(condition, body("AddV2", "one"), [12, undefined], constantOf)).toEqual({ runs: 0, status: "exact" });
  });

  it("follow values that stand around, and counters that others depend on", () => {
    const condition = made(["i", "j"], { less: ["Less", "j", "limit"] }, ["less"]);
    const step = made(["i", "j"], { next: ["AddV2", "i", "one"], sum: ["AddV2", "j", "i"] }, ["next", "sum"]);
    expect(tripCount(condition, step, [0, 0], constantOf)).toEqual({ runs: 4, status: "exact" }); // j: 0, 0, 1, 3, 6
  });

  it("are bounds where a part of the condition is not known", () => {
    const condition = made(
      ["i", "x"],
      { ten: ["Const"], less: ["Less", "i", "ten"], other: ["Greater", "x", "ten"], both: ["LogicalAnd", "less", "other"] },
      ["both"],
    );
    expect(tripCount(condition, body("AddV2", "one"), [0, undefined], constantOf)).toEqual({ runs: 10, status: "at-most" });
  });

  it("are not known where nothing ends the loop, or only data does", () => {
    const condition = made(["i", "x"], { greater: ["Greater", "x", "ten"] }, ["greater"]);
    expect(tripCount(condition, body("AddV2", "one"), [0, undefined], constantOf)).toBeUndefined();
    const always = made(["i", "x"], { less: ["Less", "i", "ten"] }, ["less"]);
    expect(tripCount(always, body("Sub", "one"), [0, undefined], constantOf)).toBeUndefined();
  });
});
