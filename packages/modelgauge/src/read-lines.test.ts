import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InputLine, readLines } from "./read-lines.ts";

async function* chunked(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

async function lines(chunks: readonly (string | Uint8Array)[], limit?: number): Promise<(string | undefined)[]> {
  const found: InputLine[] = [];
  for await (const line of readLines(chunked(chunks), limit)) found.push(line);
  expect(found.map(({ number }) => number)).toEqual(found.map((_, index) => index + 1));
  return found.map(({ text }) => text);
}

describe("readLines", () => {
  it.each([
    [[], []],
    [["a\nb\n"], ["a", "b"]],
    [["a\nb"], ["a", "b"]],
    [["a\r\n\r\nb\r\n"], ["a", "", "b"]],
    [["\n"], [""]],
  ])("splits %j", async (chunks, expected) => {
    expect(await lines(chunks)).toEqual(expected);
  });

  it("keeps characters whole, wherever the chunks end", async () => {
    const text = "größe\n重み\n👍\n";
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { maxLength: 6 }), async (cuts) => {
        const bytes = new TextEncoder().encode(text);
        const ends = [...cuts.filter((cut) => cut <= bytes.length).toSorted((a, b) => a - b), bytes.length];
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        expect(await lines(chunks)).toEqual(["größe", "重み", "👍"]);
      }),
    );
  });

  it("drops a line that is too long, and goes on", async () => {
    expect(await lines(["aaaa", "aaaa\nbb\n", "ccccc"], 4)).toEqual([undefined, "bb", undefined]);
    expect(await lines(["aaaa\n"], 4)).toEqual(["aaaa"]);
  });
});
