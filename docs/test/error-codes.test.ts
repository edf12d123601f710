import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/workspace.ts";

/** Codes of errors and diagnostics that the sources give: `code: "…"`, and both branches of `code: … ? "…" : "…"`. */
function codesInSources(): Set<string> {
  const files = globSync("{packages,plugins,hardware-profiles}/*/src/**/*.ts", { cwd: root }).filter(
    (file) => !/\.(test|bench)\.ts$|packages\/testkit\/|\/generated\//.test(file),
  );
  const values = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\bcode: ([^,}\n]*)/g)].map(([, value]) => value!),
  );
  const branches = values.map((value) => value.replace(/=== "\w+"/g, ""));
  return new Set(branches.flatMap((value) => [...value.matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, code]) => code!)));
}

it("docs/errors.md lists every code of an error or diagnostic, and no other", () => {
  const page = readFileSync(join(root, "docs/errors.md"), "utf8");
  const tables = page.split("## Diagnostics").map((part) => [...part.matchAll(/^\| `([a-z0-9-]+)` /gm)].map(([, code]) => code!));
  for (const codes of tables) expect(new Set(codes).size).toBe(codes.length);
  expect([...new Set(tables.flat())].toSorted()).toEqual([...codesInSources()].toSorted());
});
