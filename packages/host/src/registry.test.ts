import { contribute, defineExtensionPoint, definePlugin, type Extensions, type Plugin } from "@modelgauge/core";
import { describe, expect, it, vi } from "vitest";
import { Registry } from "./registry.ts";

interface Thing {
  readonly id: string;
}

const THINGS = defineExtensionPoint<Thing>("test/things@1", ({ id }) => id);
const OTHERS = defineExtensionPoint<Thing>("test/others@1", ({ id }) => id);

describe("Registry", () => {
  it("lists contributions in the order of the plugins", () => {
    const one = definePlugin(
      "one",
      contribute(THINGS, { id: "a" }, () => ({ id: "b" })),
      contribute(OTHERS, { id: "x" }),
    );
    const two = definePlugin("two", contribute(THINGS, { id: "c" }));
    const registry = new Registry([one, two]);
    expect(registry.all(THINGS)).toEqual([{ id: "a" }, { id: "b" }, { id: "c" }]);
    expect(registry.all(OTHERS)).toEqual([{ id: "x" }]);
    expect(registry.all(defineExtensionPoint<Thing>("test/nothing@1", ({ id }) => id))).toEqual([]);
    expect(registry.one(THINGS, "c")).toEqual({ id: "c" });
  });

  it("meets points of another copy of core, which share the name", () => {
    const registry = new Registry([definePlugin("one", contribute(THINGS, { id: "a" }))]);
    expect(registry.all(defineExtensionPoint<Thing>("test/things@1", ({ id }) => id))).toEqual([{ id: "a" }]);
  });

  it("shares nothing between registries", () => {
    void new Registry([definePlugin("one", contribute(THINGS, { id: "a" }))]);
    expect(new Registry([]).all(THINGS)).toEqual([]);
  });

  it("calls a factory once, and only when its point is asked for", () => {
    const factory = vi.fn(({ all }: Extensions) => ({
      id: all(OTHERS)
        .map(({ id }) => id)
        .join("+"),
    }));
    const registry = new Registry([
      definePlugin("one", contribute(THINGS, factory)),
      definePlugin("two", contribute(OTHERS, { id: "x" }, { id: "y" })),
    ]);
    expect(factory).not.toHaveBeenCalled();
    expect(registry.all(THINGS)).toEqual([{ id: "x+y" }]);
    expect(registry.all(THINGS)[0]).toBe(registry.all(THINGS)[0]);
    expect(factory).toHaveBeenCalledTimes(1);
  });

  it("takes a plugin that is listed twice once", () => {
    const plugin = definePlugin("one", contribute(THINGS, { id: "a" }));
    expect(new Registry([plugin, plugin]).all(THINGS)).toHaveLength(1);
  });

  it("names both plugins of a conflict, at once where it can be seen at once", () => {
    const one = definePlugin("one", contribute(THINGS, { id: "a" }));
    expect(() => new Registry([one, definePlugin("two", contribute(THINGS, { id: "a" }))])).toThrow(
      'test/things@1 has two "a": plugins "one" and "two" both contribute it',
    );
    expect(() => new Registry([definePlugin("one", contribute(THINGS, { id: "a" }, { id: "a" }))])).toThrow(
      'test/things@1 has two "a": plugin "one" contributes it twice',
    );
    const late = new Registry([
      one,
      definePlugin(
        "two",
        contribute(THINGS, () => ({ id: "a" })),
      ),
    ]);
    expect(() => late.all(THINGS)).toThrow('test/things@1 has two "a": plugins "one" and "two" both contribute it');
  });

  it("lets points have ids in common", () => {
    const registry = new Registry([definePlugin("one", contribute(THINGS, { id: "a" }), contribute(OTHERS, { id: "a" }))]);
    expect([...registry.all(THINGS), ...registry.all(OTHERS)]).toHaveLength(2);
  });

  it("names the plugins of a cycle", () => {
    const one = definePlugin(
      "one",
      contribute(THINGS, ({ all }) => ({ id: `${all(OTHERS).length}` })),
    );
    const two = definePlugin(
      "two",
      contribute(OTHERS, ({ one: pick }) => pick(THINGS, "a")),
    );
    const registry = new Registry([one, two]);
    expect(() => registry.all(THINGS)).toThrow(
      'plugins wait for one another: "one" (test/things@1) → "two" (test/others@1) → "one" (test/things@1)',
    );
    expect(() => registry.all(OTHERS)).toThrow(
      'plugins wait for one another: "two" (test/others@1) → "one" (test/things@1) → "two" (test/others@1)',
    );
  });

  it("refuses what is no plugin", () => {
    const module = { default: definePlugin("one") } as unknown as Plugin;
    expect(() => new Registry([module])).toThrow("something that is no plugin stands among the plugins: object");
    expect(() => new Registry([undefined as unknown as Plugin])).toThrow("something that is no plugin stands among the plugins: undefined");
    expect(() => new Registry([null as unknown as Plugin])).toThrow("something that is no plugin stands among the plugins: null");
  });

  it("refuses a contribution without an id", () => {
    const plugin = definePlugin("one", contribute(THINGS, undefined as unknown as Thing));
    expect(() => new Registry([plugin])).toThrow('plugin "one" contributes something without an id to test/things@1');
  });

  it("suggests ids", () => {
    const registry = new Registry([definePlugin("one", contribute(THINGS, { id: "conv" }))]);
    expect(() => registry.one(THINGS, "cnov")).toThrow('no plugin contributes "cnov" to test/things@1; did you mean "conv"?');
    expect(() => registry.one(OTHERS, "cnov")).toThrow('no plugin contributes "cnov" to test/others@1');
  });
});
