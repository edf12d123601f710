import { describe, expect, it } from "vitest";
import { analyzeNode, input, int, ints, map, outputsOf, stored } from "./analyze-node.ts";

const x = input("float32", [5, 4]);
const ml = (operator: string): string => `ai.onnx.ml::${operator}`;

describe("operators of ai.onnx.ml", () => {
  it("take features by their indices", async () => {
    expect(await outputsOf({ operator: ml("ArrayFeatureExtractor"), inputs: [x, ints(0, 2)] })).toEqual(["float32 5×2"]);
    const row = input("float32", [4]);
    expect(await outputsOf({ operator: ml("ArrayFeatureExtractor"), inputs: [row, int(3)] })).toEqual(["float32 1×1"]);
  });

  it.each([
    ["Binarizer", "int64", 20],
    ["Imputer", "int64", 20],
    ["Scaler", "float32", 40], // an add and a multiplication for each of 20 elements
  ])("%s works element by element", async (operator, dtype, operations) => {
    const { outputs, report } = await analyzeNode({ operator: ml(operator), inputs: [input("int64", [5, 4])] });
    expect(outputs).toEqual([`${dtype} 5×4`]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(operations);
  });

  it("normalise rows", async () => {
    const { outputs, report } = await analyzeNode({ operator: ml("Normalizer"), inputs: [x], attributes: { norm: "L2" } });
    expect(outputs).toEqual(["float32 5×4"]);
    expect(report.layers[0]!.attributes).toEqual({ norm: "l2" });
    await expect(analyzeNode({ operator: ml("Normalizer"), inputs: [x], attributes: { norm: "L3" } })).rejects.toThrow(
      'ai.onnx.ml::Normalizer "node": attribute norm is "L3", not one of MAX, L1, L2',
    );
  });

  it("look up labels and categories", async () => {
    const words = input("string", [5]);
    const encode = (attributes: Parameters<typeof outputsOf>[0]["attributes"]): Promise<readonly string[]> =>
      outputsOf({ operator: ml("LabelEncoder"), inputs: [words], ...(attributes && { attributes }) });
    expect(await encode({ classes_strings: ["a", "b"] })).toEqual(["int64 5"]);
    expect(await encode({ keys_strings: ["a"], values_floats: { floats: [1] } })).toEqual(["float32 5"]);
    expect(await encode({ values_tensor: { tensor: stored("int16", [1], [7]) } })).toEqual(["int16 5"]);
    await expect(encode({ keys_strings: ["a"] })).rejects.toThrow("attribute values_tensor is missing");
    expect(await outputsOf({ operator: ml("CategoryMapper"), inputs: [words] })).toEqual(["int64 5"]);
    expect(await outputsOf({ operator: ml("CategoryMapper"), inputs: [input("int64", [5])] })).toEqual(["string 5"]);
  });

  it("mark categories, and join features", async () => {
    const attributes = { cats_strings: ["a", "b", "c"] };
    expect(await outputsOf({ operator: ml("OneHotEncoder"), inputs: [input("string", [5])], attributes })).toEqual(["float32 5×3"]);
    const inputs = [x, input("int64", [5, 1]), input("float32", [5, 2, 3])];
    expect(await outputsOf({ operator: ml("FeatureVectorizer"), inputs })).toEqual(["float32 5×11"]); // 4 + 1 + 2 · 3
    await expect(analyzeNode({ operator: ml("FeatureVectorizer"), inputs: [x, input("float32", [3, 2])] })).rejects.toThrow(
      "input 1 has 3 samples, the first 5",
    );
  });

  it("classify and predict by linear models", async () => {
    const three = await analyzeNode({
      operator: ml("LinearClassifier"),
      inputs: [x],
      attributes: {
        classlabels_strings: ["a", "b", "c"],
        coefficients: { floats: new Array<number>(12).fill(1) },
        post_transform: "SOFTMAX",
      },
      outputs: 2,
    });
    expect(three.outputs).toEqual(["string 5", "float32 5×3"]);
    expect(three.macs).toBe(60); // 5 · 4 · 3
    // One weighted sum serves both classes.
    const two = await analyzeNode({
      operator: ml("LinearClassifier"),
      inputs: [x],
      attributes: { classlabels_ints: [0, 1], coefficients: { floats: [1, 1, 1, 1] }, intercepts: { floats: [0] } },
      outputs: 2,
    });
    expect(two.outputs).toEqual(["int64 5", "float32 5×2"]);
    expect(two.macs).toBe(20);
    const regression = await analyzeNode({ operator: ml("LinearRegressor"), inputs: [x], attributes: { targets: 2 } });
    expect(regression.outputs).toEqual(["float32 5×2"]);
    expect(regression.macs).toBe(40);
    await expect(analyzeNode({ operator: ml("LinearClassifier"), inputs: [x], outputs: 2 })).rejects.toThrow(
      'ai.onnx.ml::LinearClassifier "node": there are no class labels',
    );
  });

  it("classify and predict by support vectors, or without any linearly", async () => {
    const classify = (attributes: object): Promise<readonly string[]> =>
      outputsOf({
        operator: ml("SVMClassifier"),
        inputs: [x],
        attributes: { classlabels_ints: [0, 1, 2, 3], kernel_type: "RBF", vectors_per_class: [2, 3, 1, 4], ...attributes },
        outputs: 2,
      });
    expect(await classify({})).toEqual(["int64 5", "float32 5×6"]); // a score for each of 4 · 3 / 2 pairs
    expect(await classify({ prob_a: { floats: [1, 1, 1, 1, 1, 1] } })).toEqual(["int64 5", "float32 5×4"]);
    expect(await classify({ vectors_per_class: [] })).toEqual(["int64 5", "float32 5×4"]);
    const regress = async (supports: number): Promise<readonly [readonly string[], readonly string[]]> => {
      const node = { operator: ml("SVMRegressor"), inputs: [x], attributes: { n_supports: supports } };
      const { outputs, types } = await analyzeNode(node);
      return [outputs, types];
    };
    expect(await regress(7)).toEqual([["float32 5×1"], ["svm"]]);
    expect(await regress(0)).toEqual([["float32 5×1"], ["linear-model"]]);
  });

  // Two trees: 0 ─ 1, 2 ─ 3, 4 (two decisions on the longest way), and one decision.
  const nodes = {
    nodes_treeids: [0, 0, 0, 0, 0, 1, 1, 1],
    nodes_nodeids: [0, 1, 2, 3, 4, 0, 1, 2],
    nodes_truenodeids: [1, 0, 3, 0, 0, 1, 0, 0],
    nodes_falsenodeids: [2, 0, 4, 0, 0, 2, 0, 0],
    nodes_modes: ["BRANCH_LEQ", "LEAF", "BRANCH_LEQ", "LEAF", "LEAF", "BRANCH_LEQ", "LEAF", "LEAF"],
  };

  it("classify and predict by trees", async () => {
    const classifier = await analyzeNode({
      operator: ml("TreeEnsembleClassifier"),
      inputs: [x],
      attributes: { ...nodes, classlabels_int64s: [0, 1, 2] },
      outputs: 2,
    });
    expect(classifier.outputs).toEqual(["int64 5", "float32 5×3"]);
    expect(classifier.report.layers[0]!.attributes).toMatchObject({ trees: 2, depth: 3, targets: 3, labels: "int64" });
    const regressor = await analyzeNode({
      operator: ml("TreeEnsembleRegressor"),
      inputs: [x],
      attributes: { ...nodes, n_targets: 1, aggregate_function: "AVERAGE" },
    });
    expect(regressor.outputs).toEqual(["float32 5×1"]);
    expect(regressor.report.layers[0]!.attributes).toMatchObject({ trees: 2, depth: 3, aggregate: "average" });
  });

  it("predict by trees whose nodes point to one another by place", async () => {
    // Node 0 decides between leaf 0 and node 1, which decides between leaves 1 and 2.
    const { outputs, report } = await analyzeNode({
      operator: ml("TreeEnsemble"),
      inputs: [input("float64", [5, 4])],
      attributes: {
        tree_roots: [0],
        nodes_truenodeids: [0, 1],
        nodes_trueleafs: [1, 1],
        nodes_falsenodeids: [1, 2],
        nodes_falseleafs: [0, 1],
        n_targets: 2,
        aggregate_function: 3,
        nodes_splits: { tensor: stored("float64", [2]) },
        leaf_weights: { tensor: stored("float64", [3]) },
      },
    });
    expect(report.totals["params"]!["total"]!.value).toBe(5); // 2 thresholds + 3 leaves
    expect(outputs).toEqual(["float64 5×2"]);
    expect(report.layers[0]!.attributes).toMatchObject({ trees: 1, depth: 2, aggregate: "max" });
  });

  it("hold the trained numbers of their attributes", async () => {
    const params = async (operator: string, attributes: NonNullable<Parameters<typeof analyzeNode>[0]["attributes"]>): Promise<unknown> => {
      const { report } = await analyzeNode({
        operator: ml(operator),
        inputs: [x],
        attributes,
        outputs: operator.endsWith("Classifier") ? 2 : 1,
      });
      const { total, weights } = report.totals["params"]!;
      return [total!.value, weights!.value, report.totals["model-size"]!["total"]!.value];
    };
    const floats = (count: number): { readonly floats: readonly number[] } => ({
      floats: Array.from({ length: count }, (_, index) => index),
    });
    // 4 · 2 coefficients, 2 intercepts; 4 bytes each
    expect(await params("LinearRegressor", { targets: 2, coefficients: floats(8), intercepts: floats(2) })).toEqual([10, 8, 40]);
    expect(await params("LinearClassifier", { classlabels_ints: [0, 1], coefficients: floats(4) })).toEqual([4, 4, 16]);
    // 3 vectors of 4 and their coefficients; the offset; not the kernel's 3 parameters
    const vectors = { n_supports: 3, support_vectors: floats(12), coefficients: floats(3), rho: floats(1), kernel_params: floats(3) };
    expect(await params("SVMRegressor", vectors)).toEqual([16, 15, 64]);
    // 2 classes of 1 and 2 vectors: 12 + 3, a scale of probabilities; two offsets
    const classes = { classlabels_ints: [0, 1], vectors_per_class: [1, 2], support_vectors: floats(12), coefficients: floats(3) };
    expect(await params("SVMClassifier", { ...classes, rho: floats(1), prob_a: floats(1), prob_b: floats(1) })).toEqual([18, 16, 72]);
    // Thresholds of 3 decisions, of 8 nodes; 5 leaves; what sums begin with
    const trees = { ...nodes, nodes_values: floats(8) };
    expect(await params("TreeEnsembleRegressor", { ...trees, n_targets: 1, target_weights: floats(5), base_values: floats(1) })).toEqual([
      9, 8, 36,
    ]);
    expect(await params("TreeEnsembleClassifier", { ...trees, classlabels_int64s: [0, 1, 2], class_weights: floats(5) })).toEqual([
      8, 8, 32,
    ]);
    const wide = {
      nodes_values_as_tensor: { tensor: stored("float64", [8]) },
      class_weights_as_tensor: { tensor: stored("float64", [5]) },
    };
    expect(await params("TreeEnsembleClassifier", { ...nodes, classlabels_int64s: [0, 1, 2], ...wide })).toEqual([8, 8, 64]);
  });

  it("refuse trees that are none", async () => {
    const classify = (attributes: object): Promise<unknown> =>
      analyzeNode({
        operator: ml("TreeEnsembleClassifier"),
        inputs: [x],
        attributes: { ...nodes, classlabels_int64s: [0], ...attributes },
        outputs: 2,
      });
    await expect(classify({ nodes_truenodeids: [1, 0, 0, 0, 0, 1, 0, 0] })).rejects.toThrow("node 0 is its own descendant");
    await expect(classify({ nodes_truenodeids: [9, 0, 3, 0, 0, 1, 0, 0] })).rejects.toThrow("tree 0 has no node 9");
    await expect(classify({ nodes_nodeids: [0] })).rejects.toThrow("nodes_nodeids has 1 entries, nodes_treeids 8");
  });

  it("make maps of scores", async () => {
    const { report } = await analyzeNode({
      operator: ml("ZipMap"),
      inputs: [x],
      attributes: { classlabels_strings: ["a", "b", "c", "d"] },
    });
    expect(report.model.outputs).toEqual([{ name: "out0", kind: "sequence" }]);
    expect(report.layers[0]!.attributes).toEqual({ key: "string" });
  });

  it("turn maps into rows", async () => {
    const attributes = { int64_vocabulary: [1, 2, 3] };
    expect(await outputsOf({ operator: ml("DictVectorizer"), inputs: [map("int64", "float64")], attributes })).toEqual(["float64 1×3"]);
    const sparse = { map_form: "SPARSE", max_map: 4, cast_to: "TO_INT64" };
    expect(await outputsOf({ operator: ml("CastMap"), inputs: [map("int64", "string")], attributes: sparse })).toEqual(["int64 1×4"]);
    const { report } = await analyzeNode({ operator: ml("CastMap"), inputs: [map("int64", "float32")] });
    expect(report.model.outputs[0]).toMatchObject({ dtype: "float32", shape: [1, 1], status: "at-least" });
  });

  it("refuse tensors where maps are expected", async () => {
    const vocabulary = { string_vocabulary: ["a", "b"] };
    await expect(analyzeNode({ operator: ml("DictVectorizer"), inputs: [x], attributes: vocabulary })).rejects.toThrow(
      'input "x" is a tensor, not a map',
    );
    await expect(analyzeNode({ operator: ml("DictVectorizer"), inputs: [x] })).rejects.toThrow(
      "attribute string_vocabulary or int64_vocabulary is missing",
    );
    await expect(analyzeNode({ operator: ml("CastMap"), inputs: [x] })).rejects.toThrow('input "x" is a tensor, not a map');
  });
});
