import { expect, it } from "vitest";
import { contribute, defineExtensionPoint, definePlugin } from "./extension-point.ts";

it("gives one key to points of one name, in whichever copy of core", () => {
  const idOf = ({ id }: { readonly id: string }): string => id;
  expect(defineExtensionPoint("acme/things@1", idOf).key).toBe(defineExtensionPoint("acme/things@1", idOf).key);
  expect(defineExtensionPoint("acme/things@2", idOf).key).not.toBe(defineExtensionPoint("acme/things@1", idOf).key);
});

it("makes plugins of contributions", () => {
  const point = defineExtensionPoint<{ readonly id: string }>("acme/things@1", ({ id }) => id);
  const late = (): { readonly id: string } => ({ id: "late" });
  expect(definePlugin("acme", contribute(point, { id: "a" }, late))).toEqual({
    name: "acme",
    contributions: [{ point, values: [{ id: "a" }, late] }],
  });
});
