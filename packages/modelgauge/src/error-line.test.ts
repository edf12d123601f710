import { ModelGaugeError } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { errorAnswer, errorLine, locatedError } from "./error-line.ts";

const error = new ModelGaugeError({ code: "unknown-format", message: 'a "b\n\u001b[2J"', hint: "convert it" });

describe("errors", () => {
  it("are one line that a terminal only shows", () => {
    expect(errorLine(error)).toBe('modelgauge: a "b\\u{a}\\u{1b}[2J"; convert it');
    expect(errorLine(new ModelGaugeError({ code: "a", message: "x".repeat(10_000) }))).toHaveLength("modelgauge: ".length + 2000);
  });

  it("are several lines of a file in which several things are wrong", () => {
    const several = new ModelGaugeError({ code: "dsl-invalid", message: "a.json:1:2: b", further: ["a.json:3:4: c\nd"] });
    expect(errorLine(several)).toBe("modelgauge: a.json:1:2: b\nmodelgauge: a.json:3:4: c\\u{a}d");
    expect(errorAnswer(several)).toEqual({ code: "dsl-invalid", message: "a.json:1:2: b", further: ["a.json:3:4: c\\u{a}d"] });
  });

  it("are an object for programs", () => {
    expect(errorAnswer(error)).toEqual({ code: "unknown-format", message: 'a "b\\u{a}\\u{1b}[2J"', hint: "convert it" });
    expect(errorAnswer(new ModelGaugeError({ code: "a", message: "b" }))).toEqual({ code: "a", message: "b" });
  });

  it("that nobody should see are named as such, with the file", () => {
    const fault = locatedError("a.onnx", new RangeError("Maximum call stack size exceeded"));
    expect(errorAnswer(fault)).toMatchObject({
      code: "internal-error",
      message: "a.onnx: internal error: RangeError: Maximum call stack size exceeded",
    });
    expect(errorLine("thrown text")).toBe("modelgauge: internal error: thrown text; please report it; --debug shows where it is");
    expect(locatedError("a.onnx", error)).toBe(error);
  });
});
