import { check, type Operand } from "@modelgauge/core";
import type { TfjsOpContext } from "../op-translator.ts";
import { quoted } from "../malformed.ts";

/** Functions that fused nodes apply, in the words of the layer type `activation`. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  Relu: "relu",
  Relu6: "relu6",
  Elu: "elu",
  LeakyRelu: "leaky-relu",
  Sigmoid: "sigmoid",
  Tanh: "tanh",
};

/** What a node of a convolution or product does to its result, as its `fused_ops` tell. */
export interface FusedOps {
  readonly bias: boolean;
  readonly norm: boolean;
  readonly functions: readonly string[];
}

/** Reads `fused_ops`: a bias or a batch normalisation, then activation functions. */
export function fusedOps({ node }: TfjsOpContext): FusedOps {
  const words = node.strings("fused_ops", []);
  const functions = words.filter((word) => word !== "BiasAdd" && word !== "FusedBatchNorm");
  for (const word of functions)
    check(
      word === "Prelu" || word === "Linear" || Object.hasOwn(FUNCTIONS, word),
      () => `fused_ops names ${quoted(word)}, which is not known`,
    );
  return {
    bias: words.includes("BiasAdd"),
    norm: words.includes("FusedBatchNorm"),
    functions: functions.filter((word) => word !== "Linear"),
  };
}

/** The layer of a node before what is fused to it. */
export interface FusedLayer {
  readonly type: string;
  readonly inputs: readonly Operand[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Of a fused Prelu. */
  readonly slope: Operand | undefined;
}

/** Adds a layer, then those that are fused to it. */
export function addFused(
  { add, step }: TfjsOpContext,
  { norm, functions }: FusedOps,
  { type, inputs, attributes, slope }: FusedLayer,
): void {
  const parts = [...(norm ? ["FusedBatchNorm"] : []), ...functions];
  if (parts.length === 0) return add(type, inputs, attributes);
  let [x] = step(type, type, inputs, attributes);
  parts.forEach((part, index) => {
    const [after, operands, own] = partOf(part, x!, slope, attributes["layout"]);
    if (index === parts.length - 1) add(after, operands, own);
    else [x] = step(part.toLowerCase(), after, operands, own);
  });
}

function partOf(
  part: string,
  x: Operand,
  slope: Operand | undefined,
  layout: unknown,
): readonly [type: string, inputs: readonly (Operand | undefined)[], attributes: Readonly<Record<string, unknown>>] {
  if (part === "FusedBatchNorm") return ["batch-norm", [x], { layout: layout ?? "channels-last" }];
  return part === "Prelu" ? ["prelu", [x, slope], {}] : ["activation", [x], { function: FUNCTIONS[part] }];
}
