import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, translated } from "../../test/translated.ts";
import { swishOperator } from "./swish.ts";

describe("Swish", () => {
  it("multiplies once more where α is not 1", () => {
    const x = float32(2);
    expect(translated(swishOperator, 24, { x })[0]).toMatchObject({ type: "activation", attributes: { function: "swish" } });
    expect(translated(swishOperator, 24, { x }, { attributes: { alpha: float(1.702) } })[0]?.attributes).toEqual({
      function: "quick-gelu",
    });
  });
});
