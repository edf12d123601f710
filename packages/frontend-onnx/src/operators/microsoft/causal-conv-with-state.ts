import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { addChain, applied } from "./chain.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { layoutOf } from "./layout.ts";
import { there } from "./there.ts";

/**
 * com.microsoft CausalConvWithState: a depthwise convolution that sees, along the last spatial dimension, only elements before, which an
 * earlier call left, or zeros. The state, or with `state_window` the last ones, are for the next call.
 */
export const microsoftCausalConvWithStateOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "CausalConvWithState",
  inputs: { x: "tensor", weight: "weight", bias: "bias?", past: "tensor?" },
  translate: (context) => {
    const { node, inputs, step } = context;
    const { weight, bias, past } = inputs;
    const spatial = node.int("ndim") ?? 1;
    const dilation = node.int("dilation") ?? 1;
    const slots = node.int("state_window") ?? 0;
    const layout = layoutOf(node);
    const { rank, shape } = inputs.x;
    check(weight.rank === spatial + 2, () => `the weight is ${formatShape(weight.shape)}, not channels × 1 × ${spatial} kernel sizes`);
    const fits = layout === "channels-last" ? spatial === 1 && rank >= 3 : spatial >= 1 && rank === spatial + 2;
    check(fits, () => `the input is ${formatShape(shape)}, not of ${spatial} spatial dimensions`);
    const states = past === undefined ? undefined : slots > 0 ? past.shape.slice(1) : past.shape;
    check(
      states === undefined || states.length === rank,
      () => `the state is ${formatShape(past!.shape)}, the input ${formatShape(shape)}`,
    );
    check(dilation >= 1 && slots >= 0 && slots <= 8, () => `a dilation of ${dilation} with a window of ${slots} states cannot be`);
    const channels = weight.shape[0]!;
    const flat = flattened(context, "x", inputs.x, channels);
    const axis = layout === "channels-last" ? 1 : flat.rank - 1;
    const length = flat.shape[axis]!;
    const kept = (weight.shape.at(-1)! - 1) * dilation;
    const before = past && flattened(context, "past", lastSlot(context, past, slots), channels);
    const pads = flat.shape.map(() => 0);
    const [history] = before
      ? (step("history", "concat", [before, flat], { axis }, { weights: [] }) as [Operand])
      : (step("history", "pad", [flat], { pads: [...pads.with(axis, kept), ...pads] }, { weights: [] }) as [Operand]);
    const stateChannels = layout === "channels-last" ? shape.slice(2) : undefined;
    if (node.hasOutput(1)) addState(context, history, { axis, length, kept, slots, channels: stateChannels });
    // The other spatial dimensions keep their size.
    const around = weight.shape.slice(2, -1).map((size) => size - 1);
    const begins = around.map((total) => Math.floor(total / 2));
    const ends = around.map((total, dimension) => total - begins[dimension]!);
    const attributes = {
      filters: channels,
      kernel: weight.shape.slice(2),
      dilations: [...around.map(() => 1), dilation],
      pads: [...begins, 0, ...ends, 0],
      groups: channels,
      layout,
      bias: bias !== undefined,
    };
    const activation =
      (node.word("activation", ["none", "silu", "swish"]) ?? "none") === "none" ? undefined : applied("activation", { function: "swish" });
    const unflattened = flat === inputs.x ? undefined : { name: "channels", type: "reshape", attributes: { shape } };
    addChain(context, history, { name: "conv", type: "conv", attributes }, activation, unflattened);
  },
});

/**
 * com.microsoft VarlenCausalConvWithState: CausalConvWithState of packed sequences, [tokens, channels]. Each token counts a window, whichever
 * sequence it is of.
 */
export const varlenCausalConvWithStateOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "VarlenCausalConvWithState",
  inputs: { x: "tensor", weight: "weight", ends: "tensor", bias: "bias?", state: "tensor", captureCount: "tensor?" },
  translate: (context) => {
    const { node, inputs, step, constant } = context;
    const { x, weight, bias, state } = inputs;
    const dilation = node.int("dilation") ?? 1;
    checkDimensions("x", x, "tokens × channels");
    checkDimensions("the weight", weight, "channels × 1 × kernel");
    const [channels, , kernel] = weight.shape as [number, number, number];
    step("state", "identity", [state], {}, { outputs: [1], weights: [] });
    if (node.hasOutput(2)) {
      // The first tokens of each sequence, zeros where it has no more.
      const captured = constant("int32", [state.shape[0]!, node.int("state_update_capacity") ?? 0]);
      step("update", "restore-padding", [x, captured], {}, { outputs: [2], weights: [] });
    }
    const [sequence] = step("sequence", "reshape", [x], { shape: [1, ...x.shape] }, { weights: [] }) as [Operand];
    const attributes = {
      filters: channels,
      kernel: [kernel],
      dilations: [dilation],
      pads: [(kernel - 1) * dilation, 0],
      groups: channels,
      layout: "channels-last",
      bias: bias !== undefined,
    };
    const [convolved] = step("conv", "conv", [sequence], attributes, { weights: there(weight, bias) }) as [Operand];
    const activation =
      (node.word("activation", ["none", "silu", "swish"]) ?? "none") === "none" ? undefined : applied("activation", { function: "swish" });
    addChain(context, convolved, activation, { name: "tokens", type: "reshape", attributes: { shape: x.shape } });
  },
});

/** Channels that stand in several dimensions, last, as one. */
function flattened({ node, step }: OnnxContext, name: string, x: Operand, channels: number): Operand {
  if (layoutOf(node) === "channels-first" || x.rank === 3) return x;
  return step(`${name}-channels`, "reshape", [x], { shape: [...x.shape.slice(0, 2), channels] }, { weights: [] })[0]!;
}

/** The state that counts, of a window of them. */
function lastSlot({ step }: OnnxContext, past: Operand, slots: number): Operand {
  if (slots === 0) return past;
  const starts = past.shape.map((_, axis) => (axis === 0 ? slots - 1 : 0));
  const [slot] = step("past-slot", "slice", [past], { starts, sizes: past.shape.with(0, 1) }, { weights: [] });
  return step("past-state", "reshape", [slot], { shape: past.shape.slice(1) }, { weights: [] })[0]!;
}

interface States {
  readonly axis: number;
  readonly length: number;
  /** Elements along the axis that a state holds. */
  readonly kept: number;
  readonly slots: number;
  /** The dimensions that the channels come from, where they are flattened. */
  readonly channels: readonly number[] | undefined;
}

/** Gives out the last elements of the history, or those after each of the last positions, zeros where there were none. */
function addState({ step }: OnnxContext, history: Operand, { axis, length, kept, slots, channels }: States): void {
  const part = (start: number): Operand => {
    const starts = history.shape.map((_, each) => (each === axis ? start : 0));
    return step(`state-${start}`, "slice", [history], { starts, sizes: history.shape.with(axis, kept) }, { weights: [] })[0]!;
  };
  const windowed = (): Operand => {
    const count = Math.min(slots, length);
    const parts = Array.from({ length: count }, (_, place) => part(length - count + place + 1));
    const [stacked] = step("states", "stack", parts, { axis: 0 }, { weights: [] }) as [Operand];
    const none = stacked.shape.map(() => 0);
    const pads = [...none.with(0, slots - count), ...none];
    return slots === count ? stacked : step("no-states", "pad", [stacked], { pads }, { weights: [] })[0]!;
  };
  const state = slots === 0 ? part(length) : windowed();
  const shape = channels === undefined ? state.shape : [...state.shape.slice(0, -1), ...channels];
  step("state", "reshape", [state], { shape }, { outputs: [1], weights: [] });
}
