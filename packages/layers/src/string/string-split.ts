import { check, defineLayerType, type LayerType, type OutputType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

const attributes = z.strictObject({
  delimiter: z.string().default("").describe("what stands between parts; any white space where empty"),
  maxSplits: size.optional().describe("the most cuts in one string; no limit where left out"),
});

/**
 * Cuts strings into parts.
 *
 * x: any shape. Outputs: the parts, […, most], filled up with empty strings; how many each string has (int64, x's shape). `most` depends
 * on the data: at most one more than the cuts that are allowed; without such a limit at least 1.
 */
export const stringSplit: LayerType = defineLayerType({
  type: "string-split",
  attributes,
  inputs: { x: "tensor" },

  describe({ attributes, inputs: { x } }) {
    check(x.dtype === "string", () => `cuts strings, not ${x.dtype}`);
    const parts = x.values?.map((value) => partsOf(String(value), attributes).length) ?? (x.shape.includes(0) ? [] : undefined);
    const most: OutputType =
      parts !== undefined
        ? { dtype: "string", shape: [...x.shape, Math.max(0, ...parts)] }
        : attributes.maxSplits === undefined
          ? { dtype: "string", shape: [...x.shape, 1], status: "at-least" }
          : { dtype: "string", shape: [...x.shape, attributes.maxSplits + 1], status: "at-most" };
    return { outputs: [most, { dtype: "int64", shape: x.shape }], work: {} };
  },

  evaluate({ attributes, inputs: { x } }) {
    const parts = x.values?.map((value) => partsOf(String(value), attributes));
    if (!parts) return undefined;
    const most = Math.max(0, ...parts.map((each) => each.length));
    return [parts.flatMap((each) => [...each, ...new Array<string>(most - each.length).fill("")]), parts.map((each) => each.length)];
  },
});

function partsOf(text: string, { delimiter, maxSplits = Infinity }: z.infer<typeof attributes>): string[] {
  const parts: string[] = [];
  let rest = delimiter === "" ? text.trimStart() : text;
  while (parts.length < maxSplits) {
    const cut = delimiter === "" ? /\s+/.exec(rest) : { index: rest.indexOf(delimiter), 0: delimiter };
    if (cut === null || cut.index < 0) break;
    parts.push(rest.slice(0, cut.index));
    rest = rest.slice(cut.index + cut[0].length);
  }
  return delimiter === "" && rest === "" ? parts : [...parts, rest];
}
