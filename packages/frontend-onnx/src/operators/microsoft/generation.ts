import type { DType, ValueType, Operand } from "@modelgauge/core";
import { declaredType } from "../../declared-types.ts";
import { type BodyOptions, defineOnnxOperator, type InputKinds, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

const REASON = "how often its decoder runs, and on how long a past, depends on the text that it generates";

const BEAM_SEARCH_INPUTS = {
  tokens: "tensor",
  longest: "setting",
  shortest: "setting?",
  beams: "setting",
  returned: "setting",
  lengthPenalty: "setting?",
  repetitionPenalty: "setting?",
  vocabularyMask: "setting?",
  prefixVocabularyMask: "setting?",
  attentionMask: "tensor?",
  decoderTokens: "tensor?",
  logitsProcessor: "setting?",
} as const satisfies InputKinds;

/** com.microsoft BeamSearch: generates text with the graphs that it holds. Each counts once, for the first step: a lower bound. */
export const beamSearchOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "BeamSearch",
  inputs: BEAM_SEARCH_INPUTS,
  translate: (context) => context.undescribed(REASON, { outputs: searched(context), bodies: firstRuns(context, context.inputs.tokens) }),
});

/** com.microsoft WhisperBeamSearch: BeamSearch that starts from features of speech. */
export const whisperBeamSearchOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "WhisperBeamSearch",
  inputs: { ...BEAM_SEARCH_INPUTS, layerHeads: "setting?", extraTokens: "tensor?", temperature: "setting?" },
  translate: (context) => {
    const { tokens } = context.inputs;
    const silence = known("float32", [tokens.shape[0]]);
    const outputs = [...searched(context), context.declared(3), silence];
    context.undescribed(REASON, { outputs, bodies: firstRuns(context, tokens) });
  },
});

/** com.microsoft GreedySearch: generates text with the likeliest token at each step. */
export const greedySearchOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GreedySearch",
  inputs: {
    tokens: "tensor",
    longest: "setting",
    shortest: "setting?",
    repetitionPenalty: "setting?",
    vocabularyMask: "setting?",
    prefixVocabularyMask: "setting?",
    attentionMask: "tensor?",
  },
  translate: (context) => {
    const { tokens, longest } = context.inputs;
    const outputs = [known("int32", [tokens.shape[0], longest.number]) ?? context.declared(0)];
    context.undescribed(REASON, { outputs, bodies: firstRuns(context, tokens) });
  },
});

/** com.microsoft Sampling: generates text with tokens that are drawn by their likelihood. */
export const samplingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Sampling",
  inputs: {
    tokens: "tensor",
    longest: "setting",
    shortest: "setting?",
    repetitionPenalty: "setting?",
    vocabularyMask: "setting?",
    prefixVocabularyMask: "setting?",
    attentionMask: "tensor?",
    presenceMask: "tensor?",
    seed: "setting?",
  },
  translate: (context) => {
    const { tokens, longest } = context.inputs;
    const [batch] = tokens.shape;
    const sequences = known("int32", [batch, longest.number]) ?? context.declared(0);
    const logits = known("float32", [batch, vocabularyOf(context)]) ?? context.declared(1);
    context.undescribed(REASON, { outputs: [sequences, logits], bodies: firstRuns(context, tokens) });
  },
});

/** Sequences, their scores, and those of each token, as far as inputs tell their sizes. */
function searched(context: OnnxContext<typeof BEAM_SEARCH_INPUTS>): readonly (ValueType | undefined)[] {
  const { tokens, longest, beams, returned, lengthPenalty } = context.inputs;
  const [batch, length] = tokens.shape;
  const scores: DType = lengthPenalty?.dtype ?? "float32";
  const steps = tokens.rank === 2 && longest.number !== undefined ? longest.number - length! : undefined;
  return [
    known("int32", [batch, returned.number, longest.number]),
    known(scores, [batch, returned.number]),
    known(scores, [steps, batch, beams.number, vocabularyOf(context)]),
  ].map((type, output) => type ?? context.declared(output));
}

function known(dtype: DType, shape: readonly (number | undefined)[]): ValueType | undefined {
  return shape.includes(undefined) ? undefined : { dtype, shape: shape as number[] };
}

function vocabularyOf({ node }: Pick<OnnxContext, "node">): number | undefined {
  const size = node.int("vocab_size") ?? -1;
  return size > 0 ? size : undefined;
}

/** The graphs of the first step: that of the encoder, and that of the decoder, which reads the prompt or, after an encoder, one token. */
function firstRuns({ node, subgraph }: Pick<OnnxContext, "node" | "subgraph">, { shape }: Operand): readonly BodyOptions[] {
  const encodes = node.graph("encoder") !== undefined;
  const decoder = node.graph("init_decoder") === undefined ? "decoder" : "init_decoder";
  return (encodes ? ["encoder", decoder] : [decoder]).map((name): BodyOptions => {
    const read = encodes && name !== "encoder" ? 1 : (shape[1] ?? 1);
    const inputs = (node.graph(name)?.input ?? []).map(({ type }) => ({
      type: type && declaredType(type, (dim) => sizeOf(dim, { batch: shape[0] ?? 1, prompt: shape[1] ?? 1, read })),
      status: "exact" as const,
      values: undefined,
    }));
    return { name, graph: subgraph(name, inputs), runs: 1, status: "at-least" };
  });
}

/** The size at the first step of a dimension that ONNX Runtime's converters name so: there is no past yet. */
function sizeOf(
  dim: string,
  { batch, prompt, read }: { readonly batch: number; readonly prompt: number; readonly read: number },
): number | undefined {
  if (dim.includes("batch")) return batch;
  if (dim.includes("past")) return 0;
  if (dim.includes("encode")) return prompt;
  return dim.includes("seq") || dim.includes("len") ? read : undefined;
}
