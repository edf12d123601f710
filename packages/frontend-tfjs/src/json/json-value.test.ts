import { describe, expect, it } from "vitest";
import { JsonValue } from "./json-value.ts";

const value = (json: string): JsonValue => new JsonValue(JSON.parse(json), "");

describe("JSON values", () => {
  it("know their place", () => {
    const config = value('{"layers":[{"units":"ten"}]}');
    expect(() => config.at("layers").items()[0]!.at("units").integer()).toThrow(
      'layers[0].units must be a whole number, not the text "ten"',
    );
    expect(() => config.at("layers").items()[0]!.at("name").text()).toThrow("layers[0].name is missing");
    expect(() => value("[1]").at("a")).toThrow("the file's content must be an object, not a list");
    expect(() => value('{"mode":"up"}').at("mode").word(["left", "right"])).toThrow('mode is "up", not one of left, right');
    expect(() => value('{"dtype":"float31"}').at("dtype").dtype()).toThrow('dtype is "float31", which is no dtype');
    expect(() => value('{"on":1}').at("on").flag()).toThrow("on must be true or false, not 1");
  });

  it("leave out the middle of a long way to their place", () => {
    const nested = (depth: number): string => (depth === 0 ? "{}" : `{"a":{"b":${nested(depth - 1)}}}`);
    let inner = value(nested(7));
    for (let depth = 0; depth < 7; depth++) inner = inner.at("a").at("b");
    expect(() => inner.at("c").text()).toThrow("a.b.a.b.a.b.….b.a.b.c is missing");
    expect(inner.path).toBe("a.b.a.b.a.b.a.b.a.b.a.b.a.b");
  });

  it("take defaults for what is absent or null", () => {
    const config = value('{"a":null}');
    expect([config.at("a").integer(3), config.at("b").text("x"), config.at("c").flag(true), config.at("d").integers([1])]).toEqual([
      3,
      "x",
      true,
      [1],
    ]);
    expect(config.at("a").items()).toEqual([]);
    expect(config.at("a").at("deep").isPresent).toBe(false);
  });

  it("have no members that objects have of their own", () => {
    const config = value('{"__proto__":{"units":7}}');
    expect(config.at("constructor").isPresent).toBe(false);
    expect(config.at("__proto__").at("units").integer()).toBe(7);
    expect(config.has("toString")).toBe(false);
  });

  it("show a stranger's text as one line", () => {
    expect(() => value('{"a":"x\\ny"}').at("a").number()).toThrow('a must be a number, not the text "x\\u{a}y"');
  });
});
