import { expect, it } from "vitest";
import { escapeUnseen } from "./escape-unseen.ts";

it("escapes what a terminal would act on, and keeps the value", () => {
  const names = ["\u009b31mred", "\u202eevil", "a\u2028b", "é 🧠"];
  const escaped = escapeUnseen(JSON.stringify(names));
  expect(escaped).toBe('["\\u009b31mred","\\u202eevil","a\\u2028b","é 🧠"]');
  expect(JSON.parse(escaped)).toEqual(names);
});
