import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../test/open-dsl.ts";

const document = {
  modelgauge: 1,
  name: "net",
  dtype: "float32",
  precision: { weights: "float16" },
  parameters: { a: 2, b: "${a + 1}", list: [{ f: 2 }, { f: 3 }] },
  imports: { far: "other.json" },
  blocks: {
    inner: {
      parameters: { filters: null, bias: false },
      inputs: ["u", "v"],
      tensors: [{ name: "t", shape: [1, "${filters}", 1, 1], role: "bias" }],
      layers: [
        { type: "conv", name: "c", input: "u", filters: "${filters}", kernel: [1, 1], bias: "${bias}" },
        { when: "${bias}", type: "add", input: ["$previous", "t"] },
      ],
      outputs: ["c", "v"],
    },
  },
  inputs: [{ repeat: 2, name: "x${i}", shape: ["batch", 3, 8, 8] }],
  tensors: [{ name: "k", dtype: "int64", values: [1, "9223372036854775807"] }],
  layers: [
    {
      repeat: "${list}",
      name: "s${i}",
      layers: [{ block: "inner", name: "in", input: ["x0", null], filters: "${f}", bias: true }],
      outputs: ["in"],
    },
    { type: "split", name: "parts", input: "s0.in", axis: 1, sizes: [1, 1], outputs: ["one", null] },
    { type: "scale", attributes: { by: "${2.5}" }, input: { x: "one", factor: "k" }, weights: ["k"], status: "at-most" },
    { operator: "acme::Foo", name: "foo", declared: [{ kind: "sequence", element: { shape: [2] } }], origin: ["onnx", "Foo"] },
    { type: "linear", input: "x1", units: "${size('x1', -1) // 2}", weights: { weight: "w" }, precision: { activations: "int8" } },
    {
      type: "choose",
      input: ["x0"],
      bodies: [{ name: "b", inputs: [{ name: "q", shape: [2] }], layers: [{ type: "add", input: "q" }], outputs: ["add"], runs: 2 }],
    },
  ],
  outputs: ["one", { repeat: 2, name: "s${i}.in" }],
};

/** Every place in a value, outermost first. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))];
}

function replaced(value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  if (rest.length === 0 && by === undefined) delete copy[step];
  else copy[step] = replaced(copy[step], rest, by);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const files = { "other.json": '{ "modelgauge": 1, "blocks": { "far": { "layers": [] } } }' };
const strange = [
  undefined,
  null,
  true,
  -1,
  0,
  1e300,
  1.5,
  "",
  "x0",
  "${a}",
  "${list}",
  "${",
  "$input",
  "parts:7",
  [],
  {},
  [[]],
  { repeat: 3 },
  "__proto__",
];

describe("a document that was tampered with", () => {
  it("is right as it stands", async () => {
    expect(await problemsOf(JSON.stringify(document), {}, files)).toEqual([]);
  });

  it("is analysed or refused, and nothing else", async () => {
    const spots = places(document).slice(1);
    const change = fc.tuple(fc.constantFrom(...spots), fc.constantFrom<unknown>(...strange));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let changed: unknown = document;
        for (const [path, by] of changes) {
          try {
            changed = replaced(changed, path, by);
          } catch {
            // What was to be changed is gone already.
          }
        }
        expect(await problemsOf(JSON.stringify(changed), {}, files)).toBeInstanceOf(Array);
      }),
      { numRuns: 1500 },
    );
  });

  it("is refused where its text is torn", async () => {
    const text = JSON.stringify(document, undefined, 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), async (length) => {
        expect((await problemsOf(text.slice(0, length), {}, files)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
