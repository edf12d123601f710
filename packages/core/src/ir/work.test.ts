import { describe, expect, it } from "vitest";
import { addWork, scaleWork } from "./work.ts";

describe("work", () => {
  it("adds kind by kind, and leaves out what nothing does", () => {
    expect(addWork({ mac: 2, add: 1 }, {}, { add: 3, exp: 0 })).toEqual({ mac: 2, add: 4, exp: 0 });
    expect(addWork()).toEqual({});
  });

  it("scales", () => {
    expect(scaleWork({ mac: 2, add: 1 }, 3)).toEqual({ mac: 6, add: 3 });
  });
});
