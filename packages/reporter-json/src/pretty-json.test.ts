import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prettyJson } from "./pretty-json.ts";

const pretty = (value: unknown, lineWidth = 24): string => prettyJson(value, lineWidth, (each) => each);

describe("pretty JSON", () => {
  it("keeps what fits on one line", () => {
    expect(pretty({ a: [1, 2], b: {}, c: [], d: null })).toBe('{\n  "a": [1, 2],\n  "b": {},\n  "c": [],\n  "d": null\n}');
    expect(pretty([1, 2, { a: true }])).toBe('[1, 2, {"a": true}]');
  });

  it("counts the indentation and the name in front", () => {
    expect(pretty({ name: [111111, 222222] })).toBe('{\n  "name": [\n    111111,\n    222222\n  ]\n}'); // "name": and 16 more are 26 with the indentation
    expect(pretty({ nam: [11111, 22222] }, 27)).toBe('{"nam": [11111, 22222]}');
  });

  it("leaves out members that are not there", () => {
    expect(pretty({ a: undefined, b: [undefined] })).toBe('{"b": [null]}');
  });

  it("says what JSON says", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(60), (value, width) => {
        expect(JSON.parse(pretty(value, width))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("writes what stands deep in others", () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 300; depth++) nested = { inner: nested };
    expect(JSON.parse(pretty(nested))).toEqual(nested);
  });
});
