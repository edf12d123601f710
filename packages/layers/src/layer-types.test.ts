import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as exported from "./index.ts";

it("every layer type passes the published suite, in the test beside it", () => {
  const tests = globSync("**/*.test.ts", { cwd: import.meta.dirname });
  const tested = tests.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), "utf8").matchAll(/\blayerTypeSuite\((\w+),/g)].map(([, name]) => name!),
  );
  const { default: _plugin, layerTypes: _all, ...layerTypes } = exported;
  expect(tested.toSorted()).toEqual(Object.keys(layerTypes).toSorted());
});
