import { describe, expect, it } from "vitest";
import { FunctionTable } from "./function-table.ts";
import { fromModelProto } from "./proto/from-model-proto.ts";

/** A model of functions, each calling others in order, and of a main graph that calls the first. */
function check(functions: Readonly<Record<string, readonly string[]>>): void {
  const calls = (names: readonly string[]): object[] => names.map((opType) => ({ opType, domain: "acme" }));
  const model = fromModelProto({
    irVersion: 10,
    graph: { node: calls([Object.keys(functions)[0]!]) },
    functions: Object.entries(functions).map(([name, called]) => ({ name, domain: "acme", node: calls(called) })),
  });
  new FunctionTable(model, new Map()).checkExpansion(model.graph);
}

/** Functions f0, f1, …: each calls the next so many times. */
const levels = (count: number, times: number): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Array.from({ length: count }, (_, level) => [`f${level}`, Array.from({ length: times }, () => `f${level + 1}`)]));

describe("the functions of a model", () => {
  it("may call one another", () => {
    expect(() => check({ f: ["g", "h", "g"], g: ["h"], h: ["Other"] })).not.toThrow();
    expect(() => check(levels(200, 1))).not.toThrow();
  });

  it("are refused where they call one another in a ring", () => {
    expect(() => check({ f: ["g"], g: ["h"], h: ["f"] })).toThrow(
      expect.objectContaining({
        code: "onnx-malformed",
        message: "a function calls itself: acme::f → acme::g → acme::h → acme::f",
      }),
    );
  });

  it("are refused where they are too many or too deep once expanded", () => {
    expect(() => check(levels(6, 10))).toThrow(
      expect.objectContaining({ code: "too-large", message: "the model has more than 250000 nodes once its functions are expanded" }), // 10^6
    );
    expect(() => check(levels(20_000, 1))).toThrow(
      expect.objectContaining({ code: "too-large", message: "functions and graphs stand more than 256 deep in one another" }),
    );
  });
});
