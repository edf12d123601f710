import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { lrnOperator } from "./lrn.ts";

describe("LRN", () => {
  it("sums over channels", () => {
    const x = float32(1, 8, 3, 3);
    expect(translated(lrnOperator, 13, { x }, { attributes: { size: 5 } })[0]).toMatchObject({
      type: "local-response-norm",
      attributes: { size: 5 },
    });
    expect(() => translated(lrnOperator, 13, { x })).toThrow('LRN "node": attribute size is missing');
  });
});
