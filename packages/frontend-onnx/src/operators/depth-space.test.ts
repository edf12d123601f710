import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { depthSpaceOperators } from "./depth-space.ts";

describe("moves between depth and space", () => {
  it.each([
    ["DepthToSpace", "depth-to-space"],
    ["SpaceToDepth", "space-to-depth"],
  ])("translates %s", (name, type) => {
    const operator = depthSpaceOperators.find((each) => each.operator === name)!;
    const x = float32(1, 8, 4, 4);
    expect(translated(operator, 13, { x }, { attributes: { blocksize: 2 } })[0]).toMatchObject({ type, attributes: { blockSize: 2 } });
    expect(() => translated(operator, 13, { x })).toThrow("attribute blocksize is missing");
  });
});
