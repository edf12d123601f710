import { describe, expect, it } from "vitest";
import { problemsOf } from "../test/open-dsl.ts";

const image = `"inputs": [{ "name": "x", "shape": [1, 3, 8, 8] }]`;

/** What is wrong with the layers of a network of one input, in line 2 and after. */
const inLayers = (...layers: readonly string[]): Promise<readonly string[]> =>
  problemsOf(`{ "modelgauge": 1, ${image}, "layers": [\n${layers.join(",\n")}\n] }`);

describe("a wrong document", () => {
  // What stands in line 2, and what is said of it.
  it.each([
    [`{ "type": "cnov" }`, `2:11: unknown layer type "cnov"; did you mean "conv"?`],
    [`{ "type": "linear" }`, `2:1: "units" is missing: output features`],
    [`{ "type": "conv" }`, `2:1: "filters" and "kernel" are missing`],
    [`{ "type": "linear", "units": 4, "bais": true }`, `2:33: linear has no "bais"; did you mean "bias"?`],
    [`{ "type": "linear", "units": "many" }`, `2:30: found "many", expected a whole number from 1`],
    [`{ "type": "linear", "units": 0 }`, `2:30: found 0, expected a whole number from 1`],
    [`{ "type": "linear", "units": 1.5 }`, `2:30: found 1.5, expected a whole number from 1`],
    [`{ "type": "linear", "units": 4, "bias": "yes" }`, `2:41: found "yes", expected true or false`],
    [`{ "type": "conv", "filters": 4, "kernel": [3, "3"] }`, `2:47: found "3", expected a whole number from 1`],
    [`{ "type": "conv", "filters": 4, "kernel": "3" }`, `2:43: found "3", expected a whole number from 1 or a list of whole numbers`],
    [`{ "type": "activation", "function": "rleu" }`, `2:37: found "rleu", expected one of "relu", "tanh", "sigmoid"; did you mean "relu"?`],
    [`{ "type": "add", "input": 3 }`, `2:27: found 3, expected a text or a list or an object`],
    [`{ "type": "scale", "input": { "y": "x" } }`, `2:31: unknown property "y"`],
    [`{ "type": "add", "input": "xx" }`, `2:27: nothing before it is named "xx"; did you mean "x"?`],
    [`{ "type": "add", "input": "x:1" }`, `2:27: "x" has 1 outputs, not an output 1`],
    [`{ "type": "linear", "units": "\${1 +}" }`, `2:36: found "}", expected a number, a name, a text in ' ' or (`],
    [`{ "type": "linear", "units": "\${unit}" }`, `2:33: nothing is named "unit"`],
    [`{ "type": "linear", "units": "\${3 / 2}" }`, `2:30: linear "linear": attribute units: Invalid input: expected int, received number`],
    [`{ "type": "linear", "units": "\${'a'}" }`, `2:30: linear "linear": attribute units: Invalid input: expected number, received string`],
    [`{ "typ": "linear" }`, `2:1: found an object, expected one with "type" (a layer), "block", "layers" (a group) or "operator"`],
    [`"linear"`, `2:1: found "linear", expected an object`],
    [`{ "block": "resdual" }`, `2:12: unknown block "resdual"`],
    [`{ "layers": [], "kernel": 3 }`, `2:17: a group has no "kernel"`],
    [`{ "when": 1, "type": "add" }`, `2:11: found 1, expected true or false`],
    [`{ "repeat": -1, "type": "add" }`, `2:13: found -1, expected a whole number from 0`],
    [`{ "repeat": "\${'a'}", "type": "add" }`, `2:13: found "a", expected a whole number from 0 or a list of objects`],
    [`{ "repeat": [{ "type": 3 }], "type": "add" }`, `2:16: found "type", expected a name that is no word of the language`],
    [`{ "repeat": 2, "name": "a", "type": "add" }`, `2:24: the name "a" stands twice here; in a repetition, put its number in: "…\${i}"`],
    [`{ "name": "$input", "type": "add" }`, `2:1: $input is a word of the language, and no name`],
    [`{ "type": "add", "precision": { "weights": "int9" } }`, `2:44: unknown dtype "int9"; did you mean "int8"?`],
    [
      `{ "type": "linear", "units": 2, "weights": { "wieght": "a" } }`,
      `2:46: linear "linear" (line 2) has no weight "wieght"; did you mean "weight"?`,
    ],
    [`{ "type": "linear", "units": 2, "weights": ["w"] }`, `2:45: nothing before it is named "w"`],
    [`{ "type": "linear", "type": "add" }`, `2:21: "type" stands twice in the same object`],
    [`{ "type": "linear" "units": 3 }`, `2:20: expected ","`],
    [`{ 'type': "linear" }`, `2:3: found a word that is no JSON value; text stands in double quotes`],
    [`{ "type": "linear", "units": 1e999 }`, `2:30: found a number that is too large`],
    [
      `{ "type": "conv", "filters": 4, "kernel": 3, "groups": 2 }`,
      `2:1: conv "conv": 3 input channels do not divide into 2 groups; its input is float32 1×3×8×8 from input "x"`,
    ],
    [`{ "type": "scale", "input": [null, "x"] }`, `2:1: scale "scale": input "x" is missing; its input is float32 1×3×8×8 from input "x"`],
    [`{ "type": "choose" }`, `2:1: choose "choose": there is no body; its input is float32 1×3×8×8 from input "x"`],
  ])("%s", async (layer, problem) => {
    expect((await inLayers(layer))[0]).toBe(`net.json:${problem}`);
  });

  it("names both layers of a shape that does not fit", async () => {
    expect(
      await inLayers(
        `{ "type": "conv", "name": "main", "filters": 4, "kernel": 3 }`,
        `{ "type": "conv", "name": "shortcut", "input": "x", "filters": 4, "kernel": 1 }`,
        `{ "type": "add", "name": "sum", "input": ["main", "shortcut"] }`,
      ),
    ).toEqual([
      'net.json:4:1: add "sum": shapes 1×4×6×6 and 1×4×8×8 do not broadcast: 6 against 8; its inputs are float32 1×4×6×6 from conv "main" (line 2), float32 1×4×8×8 from conv "shortcut" (line 3)',
    ]);
  });

  it("has everything that is wrong told at once, and once", async () => {
    const text = `{
  "modelgauge": 1,
  "parameters": { "a": "\${b}", "b": "\${a + 1}" },
  "inputs": [{ "name": "x", "shape": [1, 3, 8, 8], "dtyp": "int8" }],
  "blocks": {
    "unused": { "layers": [{ "type": "conv", "filters": "\${wide}", "kernel": 3 }] },
    "loop": { "layers": [{ "block": "pool" }] },
    "pool": { "layers": [{ "block": "loop" }] }
  },
  "layers": [
    { "type": "conv", "filters": 4, "kernel": true },
    { "type": "linear", "units": 2 },
    { "repeat": 5, "type": "linear", "units": "\${a}" },
    { "block": "unused", "deep": 3 },
    { "block": "unused", "input": ["x", "x"] }
  ],
  "outputs": ["y"]
}`;
    expect(await problemsOf(text)).toEqual([
      "net.json:3:19: parameters depend on one another: a → b → a",
      'net.json:4:52: unknown property "dtyp"; did you mean "dtype"?',
      'net.json:6:60: nothing is named "wide"',
      "net.json:7:5: a block contains itself: loop → pool → loop",
      "net.json:8:5: a block contains itself: pool → loop → pool",
      "net.json:11:47: found true, expected a whole number from 1 or a list of whole numbers",
      'net.json:14:26: block "unused" has no parameter "deep"',
      'net.json:15:35: block "unused" takes one input, not 2',
    ]);
  });

  it("is refused for its version, its form, its emptiness", async () => {
    expect(await problemsOf(`{ "modelgauge": 2, "layers": 3 }`)).toEqual([
      "net.json:1:17: found version 2 of the language, expected 1: this release knows no other",
    ]);
    expect(await problemsOf(`{ "modelgauge": "1", "layers": [] }`)).toEqual(['net.json:1:17: found "1", expected 1']);
    expect(await problemsOf(`{ "modelgauge": 1 }`)).toEqual(['net.json:1:1: describes no network: "layers" is missing']);
    expect(await problemsOf(`{ "layers": [] }`)).toEqual(['net.json:1:1: "modelgauge" is missing: version of the language']);
    expect(await problemsOf(`[]`)).toEqual(['net.json:1:1: expected an object with the property "modelgauge"']);
    expect(await problemsOf(``)).toEqual(["net.json:1:1: expected a value"]);
    expect(await problemsOf(`{ "modelgauge": 1, "layers": [] } 3`)).toEqual(["net.json:1:35: expected the end of the file"]);
  });

  it("has its imports told", async () => {
    const importing = (path: string, more: string = ""): string =>
      `{ "modelgauge": 1, ${image}, ${more} "imports": { "b": "${path}" }, "layers": [{ "block": "b" }] }`;
    const files = {
      "a.json": `{ "modelgauge": 1, "imports": { "c": "c.json" }, "blocks": { "b": { "layers": [{ "block": "c" }] } } }`,
      "c.json": `{ "modelgauge": 1, "imports": { "b": "./a.json" }, "blocks": { "c": { "layers": [{ "block": "b" }] } } }`,
      "wrong.json": `{ "modelgauge": 1, "blocks": { "b": { "layers": [{ "type": "liner", "units": 3 }] } } }`,
      "torn.json": `{ "modelgauge": 1`,
      "good.json": `{ "modelgauge": 1, "blocks": { "b": { "layers": [] } } }`,
    };
    expect(await problemsOf(importing("none.json"), {}, files)).toEqual(['net.json:1:91: there is no file "none.json"']);
    expect(await problemsOf(importing("../../x.json"), {}, files)).toEqual([
      'net.json:1:91: "../../x.json" leads out of the model\'s folder',
    ]);
    expect(await problemsOf(importing("good.json#c"), {}, files)).toEqual(['net.json:1:91: good.json has no block "c"']);
    expect(await problemsOf(importing("wrong.json"), {}, files)).toEqual([
      'wrong.json:1:60: unknown layer type "liner"; did you mean "linear"?',
    ]);
    expect(await problemsOf(importing("torn.json"), {}, files)).toEqual([
      "net.json:1:91: nothing can be imported from torn.json, which is wrong",
      'torn.json:1:18: expected "}"',
    ]);
    expect(await problemsOf(importing("a.json"), {}, files)).toEqual(["c.json:1:38: files import one another: a.json → c.json → a.json"]);
    expect(await problemsOf(importing("good.json", `"blocks": { "b": { "layers": [] } },`), {}, files)).toEqual([
      'net.json:1:127: this document has a block "b" of its own',
    ]);
  });
});

describe("limits", () => {
  const failing = async (text: string): Promise<string> => {
    try {
      return (await problemsOf(text))[0] ?? "none";
    } catch (error) {
      return String(error);
    }
  };

  it("hold for what nests", async () => {
    expect(await failing(`{ "modelgauge": 1, "layers": ${"[".repeat(300)} }`)).toBe(
      "net.json:1:229: lists and objects nest more than 200 deep",
    );
    const group = (depth: number): string => (depth === 0 ? "" : `{ "layers": [${group(depth - 1)}] }`);
    expect(await failing(`{ "modelgauge": 1, ${image}, "layers": [${group(60)}] }`)).toMatch(
      /groups and blocks run more than 50 deep inside one another$/,
    );
  });

  it("hold for what repeats", async () => {
    const nested = `{ "repeat": 2000, "layers": [{ "repeat": 2000, "index": "j", "layers": [{ "when": false, "type": "add" }] }] }`;
    expect(await failing(`{ "modelgauge": 1, ${image}, "layers": [${nested}] }`)).toBe(
      "more than 500000 statements run once the repetitions are expanded",
    );
    expect(await failing(`{ "modelgauge": 1, ${image}, "layers": [{ "repeat": 1e15, "type": "add" }] }`)).toBe(
      "net.json:1:95: repeats 1000000000000000 times, at most 500000 are run",
    );
  });

  it("hold for values that grow", async () => {
    const doubled = (make: (name: string) => string): string =>
      Array.from({ length: 40 }, (_, index) => `"p${index + 1}": ${make(`p${index}`)}`).join();
    const net = (parameters: string): string =>
      `{ "modelgauge": 1, "parameters": { ${parameters} }, ${image}, "layers": [{ "type": "add", "name": "\${len(p40)}" }] }`;
    expect(await failing(net(`"p0": [1], ${doubled((name) => `["\${${name}}", "\${${name}}"]`)}`))).toMatch(
      /a value of more than 1000000 numbers and words$/,
    );
    expect(await failing(net(`"p0": "aa", ${doubled((name) => `"\${${name}}\${${name}}"`)}`))).toMatch(
      /the text gets longer than 10000 characters$/,
    );
  });

  it("leave prototypes alone", async () => {
    const text = `{ "modelgauge": 1, ${image}, "parameters": { "__proto__": { "polluted": 1 }, "constructor": 2 }, "layers": [
      { "repeat": [{ "__proto__": 3 }], "type": "linear", "name": "__proto__", "units": "\${__proto__ + constructor}" },
      { "type": "add", "input": "__proto__" }, { "type": "scale", "by": 1, "input": { "__proto__": "x", "x": "x" } }
    ] }`;
    expect(await problemsOf(text)).toEqual(['net.json:3:87: unknown property "__proto__"']);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
