import { expect, it } from "vitest";
import { issuePath } from "./attribute-schema.ts";

it.each([
  [undefined, ""],
  [[], ""],
  [["pads", 1], "pads[1]"],
  [["recurrent", "units"], "recurrent.units"],
  [[{ key: "layers" }, { key: 0 }, "name"], "layers[0].name"],
  [[0], "[0]"],
])("writes the place %j as %j", (path, text) => {
  expect(issuePath({ message: "wrong", path })).toBe(text);
});
