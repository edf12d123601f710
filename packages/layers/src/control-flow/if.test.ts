import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { body } from "../../test/body.ts";
import { ifLayer } from "./if.ts";

const condition = tensor("bool", []);
const choose = (...bodies: Parameters<typeof describeLayer>[3] & object) => describeLayer(ifLayer, { condition }, {}, bodies);

describe("if", () => {
  it("has the outputs of its branches, whose cost it leaves to them", () => {
    expect(choose(body([float32(2, 3), int64()]), body([float32(2, 3), int64()]))).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [2, 3] },
        { dtype: "int64", shape: [] },
      ],
      work: {},
      traffic: { read: 0, write: 0 },
    });
  });

  it("bounds what differs", () => {
    expect(choose(body([float32(2, 3)]), body([float32(5, 1)])).outputs).toEqual([{ ...float32(5, 3), status: "at-most" }]);
    expect(choose(body([float32(2, 3)]), body([float32(5)])).outputs).toEqual([{ ...float32(2, 3), status: "estimate" }]);
  });

  it("hands on values that all branches agree on", () => {
    expect(choose(body([int64Values(1, 2)])).values).toEqual([[1, 2]]);
    expect(choose(body([int64Values(1, 2)]), body([int64Values(1, 2)])).values).toEqual([[1, 2]]);
    expect(choose(body([int64Values(1, 2)]), body([int64Values(1, 3)])).values).toEqual([undefined]);
    expect(choose(body([int64Values(1, 2)]), body([int64(2)])).values).toEqual([undefined]);
  });

  it("refuses branches that do not fit together", () => {
    expect(() => choose(body([float32()], { name: "then" }), body([], { name: "else" }))).toThrow("then has 1 outputs, else 0");
    expect(() => choose(body([undefined], { name: "then" }))).toThrow("the type of output 0 of then is unknown");
    expect(() => choose()).toThrow("has no body");
  });

  layerTypeSuite(ifLayer, { cases: [{ inputs: { condition }, bodies: [body([float32(2, 3), int64()]), body([float32(4, 3), int64()])] }] });
});
