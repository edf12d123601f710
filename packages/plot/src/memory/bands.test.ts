import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf } from "./bands.ts";
import { held } from "./live-blocks.ts";

const block = (name: string, bytes: number, first: number, last: number) => ({ name, bytes, first, last });

describe("bandsOf", () => {
  it("stacks tensors, the one that is there longest lowest, and ranks the larger first", () => {
    const bands = bandsOf([block("long", 3, 0, 2), block("short", 5, 1, 1)], 3, 1);
    expect(bands).toEqual([
      { block: block("long", 3, 0, 2), rank: 1, first: 0, edges: [[0, 3], [0, 3], [0, 3]] }, // prettier-ignore
      { block: block("short", 5, 1, 1), rank: 0, first: 1, edges: [[3, 8]] },
    ]);
  });

  it("ranks what is alive at the peak before all that lives longer", () => {
    const bands = bandsOf([block("long", 9, 0, 1), block("small at the peak", 1, 2, 2), block("large at the peak", 10, 2, 2)], 3, 2);
    expect(bands.toSorted((a, b) => a.rank - b.rank).map((band) => band.block?.name)).toEqual([
      "large at the peak",
      "small at the peak",
      "long",
    ]);
  });

  it("puts those that hold little for a short time together, on top", () => {
    const large = Array.from({ length: 8 }, (_, index) => block(`large${index}`, 100, 0, 1));
    const bands = bandsOf([...large, block("a", 1, 0, 0), block("b", 2, 1, 1)], 2, 1);
    expect(bands).toHaveLength(9);
    expect(bands.at(-1)).toEqual({
      block: undefined,
      rank: 8,
      first: 0,
      edges: [
        [800, 801],
        [800, 802],
      ],
    });
  });

  it("reaches as high as all that is held, at each layer", () => {
    const blocks = fc.array(
      fc
        .record({ bytes: fc.integer({ min: 0, max: 100 }), a: fc.nat(9), b: fc.nat(9) })
        .map(({ bytes, a, b }) => block("x", bytes, Math.min(a, b), Math.max(a, b))),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(blocks, (some) => {
        const bands = bandsOf(some, 10, 5);
        const tops = Array.from({ length: 10 }, (_, layer) =>
          Math.max(0, ...bands.flatMap(({ first, edges }) => edges[layer - first]?.[1] ?? [])),
        );
        expect(tops).toEqual(held(some, 10));
      }),
    );
  });
});
