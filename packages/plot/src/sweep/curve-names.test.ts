import { describe, expect, it } from "vitest";
import { curveNames } from "./curve-names.ts";

describe("curveNames", () => {
  it("says what all share once", () => {
    expect(curveNames(["net, t4, weights int8", "net, a100, weights int8", "net, t4"])).toEqual({
      shared: "net",
      own: ["t4, weights int8", "a100, weights int8", "t4"],
    });
  });

  it("leaves no name without words", () => {
    expect(curveNames(["net, t4"])).toEqual({ shared: "", own: ["net, t4"] });
    expect(curveNames(["net, t4", "net, t4, weights int8"])).toEqual({ shared: "net, t4", own: ["net, t4", "weights int8"] });
  });
});
