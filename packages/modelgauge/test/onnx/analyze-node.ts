import { analyzeGraph, type AttributeValue, type GraphInput, type GraphReport } from "./analyze-graph.ts";

export { input, int, ints, map, stored } from "./analyze-graph.ts";

/** The node under test, in a model of its own. */
export interface TestNode {
  /** A domain other than ai.onnx in front: `com.microsoft::Attention`. */
  readonly operator: string;
  /** undefined: an optional input that is left out. */
  readonly inputs: readonly (GraphInput | undefined)[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** How many outputs are used, or which: default 1. */
  readonly outputs?: number | readonly boolean[];
  /** Version of ai.onnx; default 21. */
  readonly version?: number;
}

/** Analyses a model of one node; inputs are called `in0`, `in1`, …, outputs `out0`, … */
export async function analyzeNode({ operator, inputs, attributes = {}, outputs = 1, ...more }: TestNode): Promise<GraphReport> {
  const used = typeof outputs === "number" ? Array.from({ length: outputs }, () => true) : outputs;
  const names = inputs.map((each, index) => (each === undefined ? "" : `in${index}`));
  const outputNames = used.map((isUsed, index) => (isUsed ? `out${index}` : ""));
  return analyzeGraph({
    inputs: Object.fromEntries(inputs.flatMap((each, index) => (each === undefined ? [] : [[`in${index}`, each]]))),
    nodes: [[operator, names, outputNames, attributes]],
    outputs: outputNames.filter((name) => name !== ""),
    ...more,
  });
}

/** The outputs of a model of one node. */
export async function outputsOf(node: TestNode): Promise<readonly string[]> {
  return (await analyzeNode(node)).outputs;
}
