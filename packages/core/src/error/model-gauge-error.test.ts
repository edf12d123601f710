import { describe, expect, it, vi } from "vitest";
import { ModelGaugeError } from "./model-gauge-error.ts";

describe("ModelGaugeError", () => {
  it("carries a code, a message, a hint and a cause", () => {
    const cause = new TypeError("inner");
    const error = new ModelGaugeError({ code: "unknown-format", message: "model.pt: what is this", hint: "convert it", cause });
    expect(error).toMatchObject({
      name: "ModelGaugeError",
      code: "unknown-format",
      message: "model.pt: what is this",
      hint: "convert it",
      cause,
    });
    expect(`${error}`).toBe("ModelGaugeError: model.pt: what is this");
  });

  it("is told from other errors, and known in another copy of core", async () => {
    vi.resetModules();
    const other = await import("./model-gauge-error.ts");
    expect(other.ModelGaugeError).not.toBe(ModelGaugeError);
    expect(new other.ModelGaugeError({ code: "a", message: "b" })).toBeInstanceOf(ModelGaugeError);
    expect(new Error("b")).not.toBeInstanceOf(ModelGaugeError);
    expect({ code: "a", message: "b" }).not.toBeInstanceOf(ModelGaugeError);
  });
});
