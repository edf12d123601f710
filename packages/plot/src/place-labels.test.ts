import { describe, expect, it } from "vitest";
import { type Label, placeLabels } from "./place-labels.ts";

const within = { left: 0, top: 0, right: 200, bottom: 100 };
const label = (words: string, needed: boolean, ...places: readonly (readonly [number, number])[]): Label<string> => ({
  of: words,
  lines: [words],
  needed,
  places: () => places.map(([x, y]) => ({ x, y })),
});

describe("placeLabels", () => {
  it("takes the first place that is free", () => {
    const seen = { left: 40, top: 40, right: 60, bottom: 60 };
    expect(placeLabels([label("ab", false, [50, 50], [50, 70])], [seen], within)).toEqual([
      { of: "ab", lines: ["ab"], area: { left: 41.5, right: 58.5, top: 61, bottom: 79 } },
    ]);
  });

  it("keeps labels inside and apart, and leaves out what finds no place unless it is needed", () => {
    const labels = (needed: boolean) => placeLabels([label("ab", false, [0, 0]), label("cd", needed, [9, 9])], [], within);
    expect(labels(false)).toMatchObject([{ of: "ab", area: { left: 0, top: 0 } }]);
    expect(labels(true)).toMatchObject([{ of: "ab" }, { of: "cd", area: { left: 0.5, right: 17.5, top: 0, bottom: 18 } }]);
  });

  it("puts what is needed where it covers least", () => {
    const seen = { left: 0, top: 0, right: 200, bottom: 50 };
    expect(placeLabels([label("ab", true, [50, 20], [50, 50])], [seen], within)).toMatchObject([{ area: { top: 41 } }]); // half of it covers
  });
});
