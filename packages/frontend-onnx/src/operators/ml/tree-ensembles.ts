import { check } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { classLabels } from "./class-labels.ts";
import { postTransform } from "./post-transform.ts";
import { sumOfDepths } from "./tree-depth.ts";

const AGGREGATES = { SUM: "sum", AVERAGE: "average", MIN: "min", MAX: "max" } as const;

/** ai.onnx.ml TreeEnsembleClassifier, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleClassifier.html */
export const treeEnsembleClassifierOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "TreeEnsembleClassifier",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, undescribed, trained }) => {
    const { count, dtype } = classLabels(node);
    const trees = numberedTrees(node);
    if (trees === undefined) return undescribed(TOO_LARGE);
    const attributes = { ...trees, targets: count, labels: dtype, postTransform: postTransform(node) };
    add("tree-ensemble", [x], attributes, { weights: trained(numbersOf("class_weights"), thresholdsIn(node)) });
  },
});

/** ai.onnx.ml TreeEnsembleRegressor, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html */
export const treeEnsembleRegressorOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "TreeEnsembleRegressor",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, undescribed, trained }) => {
    const trees = numberedTrees(node);
    if (trees === undefined) return undescribed(TOO_LARGE);
    const attributes = {
      ...trees,
      targets: required(node.int("n_targets"), "n_targets"),
      aggregate: AGGREGATES[node.word("aggregate_function", ["SUM", "AVERAGE", "MIN", "MAX"]) ?? "SUM"],
      postTransform: postTransform(node),
    };
    add("tree-ensemble", [x], attributes, { weights: trained(numbersOf("target_weights"), thresholdsIn(node)) });
  },
});

/** ai.onnx.ml TreeEnsemble, since version 5. https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html */
export const treeEnsembleOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "TreeEnsemble",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, undescribed, trained }) => {
    const trees = indexedTrees(node);
    if (trees === undefined) return undescribed(TOO_LARGE);
    const aggregate = (["average", "sum", "min", "max"] as const)[node.int("aggregate_function") ?? 1];
    const transform = (["none", "softmax", "logistic", "softmax-zero", "probit"] as const)[node.int("post_transform") ?? 0];
    check(aggregate !== undefined, () => `attribute aggregate_function is ${node.int("aggregate_function")}, not 0 to 3`);
    check(transform !== undefined, () => `attribute post_transform is ${node.int("post_transform")}, not 0 to 4`);
    const targets = required(node.int("n_targets"), "n_targets");
    const weights = trained({ nodes_splits: "weight", leaf_weights: "weight" });
    add("tree-ensemble", [x], { ...trees, targets, aggregate, postTransform: transform, dtype: x.dtype }, { weights });
  },
});

const TOO_LARGE = "its trees are too large to be kept";

/** Thresholds, what leaves give, and what every sum begins with; as lists or as tensors. */
function numbersOf(leaves: string): Readonly<Record<string, "weight" | "bias">> {
  const roles = { nodes_values: "weight", [leaves]: "weight", base_values: "bias" } as const;
  return Object.fromEntries(
    Object.entries(roles).flatMap(([name, role]) => [name, `${name}_as_tensor`].map((form) => [form, role] as const)),
  );
}

/** How many thresholds there are: leaves have an entry among them, but none of their own. */
function thresholdsIn(node: OnnxNode): Readonly<Record<string, number>> {
  const branches = (node.strings("nodes_modes") ?? []).filter((mode) => mode !== "LEAF").length;
  return { nodes_values: branches, nodes_values_as_tensor: branches };
}

/** How many trees there are, and the sum of their depths. */
interface Trees {
  readonly trees: number;
  readonly depth: number;
}

/** Trees whose nodes are numbered tree by tree, and told with the number of their tree. */
function numberedTrees(node: OnnxNode): Trees | undefined {
  const names = ["nodes_treeids", "nodes_nodeids", "nodes_truenodeids", "nodes_falsenodeids"] as const;
  if (!names.every((name) => node.isComplete(name)) || !node.isComplete("nodes_modes")) return undefined;
  const [treeIds, nodeIds, whenTrue, whenFalse] = names.map((name) => required(node.ints(name), name)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const modes = required(node.strings("nodes_modes"), "nodes_modes");
  for (const [list, name] of [
    [nodeIds, "nodes_nodeids"],
    [whenTrue, "nodes_truenodeids"],
    [whenFalse, "nodes_falsenodeids"],
    [modes, "nodes_modes"],
  ] as const) {
    check(list.length === treeIds.length, () => `${name} has ${list.length} entries, nodes_treeids ${treeIds.length}`);
  }
  const places = new Map(treeIds.map((tree, place) => [`${tree}/${nodeIds[place]}`, place]));
  const roots = new Map<number, number>();
  treeIds.forEach((tree, place) => {
    if (!roots.has(tree)) roots.set(tree, place);
  });
  const child = (place: number, id: number): number => {
    const found = places.get(`${treeIds[place]}/${id}`);
    check(found !== undefined, () => `tree ${treeIds[place]} has no node ${id}`);
    return found;
  };
  const depth = sumOfDepths([...roots.values()], (place) =>
    modes[place] === "LEAF" ? [] : [child(place, whenTrue[place]!), child(place, whenFalse[place]!)],
  );
  return { trees: roots.size, depth };
}

/** Trees whose nodes point to one another, or to leaves, by their places in one list. */
function indexedTrees(node: OnnxNode): Trees | undefined {
  const names = ["tree_roots", "nodes_truenodeids", "nodes_trueleafs", "nodes_falsenodeids", "nodes_falseleafs"] as const;
  if (!names.every((name) => node.isComplete(name))) return undefined;
  const [roots, ...branches] = names.map((name) => required(node.ints(name), name)) as [number[], number[], number[], number[], number[]];
  const [whenTrue, trueIsLeaf, whenFalse, falseIsLeaf] = branches;
  const nodes = whenTrue.length;
  for (const [list, name] of [
    [trueIsLeaf, "nodes_trueleafs"],
    [whenFalse, "nodes_falsenodeids"],
    [falseIsLeaf, "nodes_falseleafs"],
  ] as const) {
    check(list.length === nodes, () => `${name} has ${list.length} entries, nodes_truenodeids ${nodes}`);
  }
  const childrenOf = (place: number): readonly number[] => {
    if (place < 0) return [];
    check(place < nodes, () => `there is no node ${place} among ${nodes}`);
    // Leaves count from −1 downwards.
    return [trueIsLeaf[place] ? -1 - whenTrue[place]! : whenTrue[place]!, falseIsLeaf[place] ? -1 - whenFalse[place]! : whenFalse[place]!];
  };
  return { trees: roots.length, depth: sumOfDepths(roots, childrenOf) };
}
