import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, stored, translated } from "../../test/translated.ts";
import { dropoutOperator } from "./dropout.ts";

describe("Dropout", () => {
  const x = float32(2);

  it("trains where its version says so", () => {
    const trains = (version: number, attributes: Readonly<Record<string, number>> = {}, training?: number): unknown => {
      const inputs = training === undefined ? { x } : { x, ratio: undefined, training: stored(tensor("bool", [], [training])) };
      return translated(dropoutOperator, version, inputs, { attributes })[0]?.attributes["training"];
    };
    expect(trains(6)).toBe(true);
    expect(trains(6, { is_test: 1 })).toBe(false);
    expect(trains(7)).toBe(false);
    expect(trains(13)).toBe(false);
    expect(trains(13, {}, 1)).toBe(true);
  });

  it("drops a share, told by an attribute or an input", () => {
    expect(translated(dropoutOperator, 10, { x }, { attributes: { ratio: float(0.25) } })[0]?.attributes).toMatchObject({ rate: 0.25 });
    expect(translated(dropoutOperator, 13, { x, ratio: stored(tensor("float32", [], [0.75])) })[0]?.attributes).toMatchObject({
      rate: 0.75,
    });
  });

  it("gives out a mask, in the input's dtype before version 10", () => {
    expect(translated(dropoutOperator, 7, { x }, { outputs: ["y", "mask"] })[0]).toMatchObject({
      attributes: { mask: true, maskDtype: "float32" },
      outputs: ["y", "mask"],
    });
    expect(translated(dropoutOperator, 10, { x }, { outputs: ["y", "mask"] })[0]?.attributes).not.toHaveProperty("maskDtype");
  });
});
