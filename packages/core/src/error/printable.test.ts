import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "./printable.ts";

describe("printable", () => {
  it.each([
    ["layer1.0.conv1", "layer1.0.conv1"],
    ["größe/重み/👩‍🔬", "größe/重み/👩\\u{200d}🔬"],
    ["a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c"],
    ["\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
    ["\u009b31m", "\\u{9b}31m"], // the one-byte form of ESC [
    ["invoice\u202Efdp.onnx", "invoice\\u{202e}fdp.onnx"], // right-to-left override
    ["a\u2028b\u2029c\u0000", "a\\u{2028}b\\u{2029}c\\u{0}"],
    ["\ud800", "\\u{d800}"],
  ])("shows %j", (text, shown) => {
    expect(printable(text, 100)).toBe(shown);
  });

  it("keeps both ends of a long text, whose last part tells most", () => {
    expect(printable("abcdefghijklmnop", 10)).toBe("abcdef…nop"); // 6 + 1 + 3
    expect(printable("abcdefghij", 10)).toBe("abcdefghij");
    expect(printable("abc", 1)).toBe("…");
    expect(printable(`${"a".repeat(10_000_000)}z`, 10)).toBe("aaaaaa…aaz");
  });

  it("does not cut a character in two", () => {
    expect(printable("👍".repeat(20), 10)).toBe(`${"👍".repeat(6)}…${"👍".repeat(3)}`);
  });

  it("is one line of at most so many characters, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const shown = printable(text, limit);
        expect(Array.from(shown).length).toBeLessThanOrEqual(limit);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
