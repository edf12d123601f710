import { type Body, check, type Operand, operandOf, type Tensor } from "@modelgauge/core";
import type { GraphFunction, NodeInput } from "../graph/graph-def.ts";
import type { HandleContent } from "../graph/handles.ts";
import { layersIn, loopRuns } from "../graph/loop-runs.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp, type TfjsOpContext } from "../op-translator.ts";

/** Nodes of a loop of TensorFlow 1 that hand a value on. */
export const frameOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Enter: undefined, Exit: undefined, NextIteration: undefined },
  inputs: { data: "tensor" },
  passes: true,
  translate(context) {
    context.add("identity", [context.inputs.data]);
    passContent(context, 0);
  },
});

/** LoopCond: whether a loop goes on. */
export const loopCondOp: TfjsOp = defineTfjsOp({
  op: "LoopCond",
  inputs: { input: "setting" },
  translate: ({ inputs: { input }, add }) => add("identity", [input]),
});

/**
 * Switch: hands a value on by one of two paths. In a loop it leads into the body. Elsewhere, what stands behind it may not run: its work is
 * an upper bound.
 */
export const switchOp: TfjsOp = defineTfjsOp({
  op: "Switch",
  inputs: { data: "tensor", condition: "setting?" },
  outputs: ["output_false", "output_true"],
  passes: true,
  translate(context) {
    const { inputs, add } = context;
    const { data, condition } = inputs;
    if (condition === undefined) add("identity", [data], {}, { outputs: [1] });
    else add("switch", [data, condition], {}, { outputs: [0, 1], status: "at-most" });
    passContent(context, 0);
    passContent(context, 1);
  },
});

/** Merge: hands on whichever of its inputs arrives, and which one it is. */
export const mergeOp: TfjsOp = defineTfjsOp({
  op: "Merge",
  inputs: { values: "tensors" },
  outputs: ["output", "value_index"],
  passes: true,
  translate(context) {
    context.add("merge", context.inputs.values, {}, { outputs: [0, 1] });
    passContent(context, 0);
  },
});

/** If: where the condition is known, only the branch that it takes is there; else both, of which one runs. */
export const ifOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { If: undefined, StatelessIf: undefined },
  inputs: { condition: "setting", args: "tensors" },
  translate(context) {
    const { node, inputs, add, functionOf, describe, undescribed, contentOf, noteContent } = context;
    const taken = inputs.condition.rank === 0 ? inputs.condition.number : undefined;
    const branches = taken === undefined ? ["then_branch", "else_branch"] : [taken === 0 ? "else_branch" : "then_branch"];
    const bodies = branches.map((name): Body => {
      const graph = describe(functionOf(node.function(name)), inputs.args);
      return { name, graph, runs: 1, status: "exact", alternative: branches.length > 1 };
    });
    if (isUnknown(bodies)) return undescribed("the type of an output of its branches is unknown", [], bodies);
    const results = bodies[0]!.graph.outputs;
    add("if", [inputs.condition, ...inputs.args], {}, { outputs: results.map((_, index) => index), bodies });
    results.forEach((tensor, index) => {
      const content = contentOf({ tensor });
      if (content !== undefined) noteContent(index, content);
    });
  },
});

/** While: runs its body for as long as the condition holds. */
export const whileOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { While: undefined, StatelessWhile: undefined },
  inputs: { args: "tensors" },
  translate(context) {
    const { node, inputs, add, functionOf, describe, trips, affords, undescribed, contentOf, noteContent } = context;
    const { args } = inputs;
    const [condition, body] = [functionOf(node.function("cond")), functionOf(node.function("body"))];
    check(body.results.length === args.length, () => `its body has ${body.results.length} outputs, ${args.length} are expected`);
    const count = trips(condition, body);
    const once = count?.runs === 1 && count.status === "exact";
    const keeps = (index: number): boolean => once || isInvariant(body, index);
    // What the body puts into lists is known once it is described; readers in the body may stand before.
    if (args.some((operand) => contentOf(operand)?.kind === "list") && affords(0)) affords(1 + layersIn(describe(body, args, keeps)));
    const { bodies, unrolled } = loopRuns({
      count,
      carried: args.map(({ tensor }) => tensor),
      general: { cond: describe(condition, args, keeps), body: describe(body, args, keeps) },
      describe: (part, values) => describe(part === "cond" ? condition : body, values.map(knownOperand)),
      contentOf: (tensor) => contentOf({ tensor }),
      affords,
    });
    if (isUnknown(bodies))
      return undescribed(
        "the type of an output of its body is unknown",
        args.map(({ type }, index) => (keeps(index) ? type : undefined)),
        bodies,
      );
    const conditions = bodies.filter(({ name }) => name === "cond").length;
    const attributes = { condition: false, ...(unrolled && { unrolled, conditions }) };
    add("loop", [undefined, undefined, ...args], attributes, { outputs: args.map((_, index) => index), bodies });
    const last = bodies.at(-1)!;
    args.forEach((operand, index) => {
      const before = contentOf(operand);
      const after = contentOf({ tensor: last.graph.outputs[index]! });
      if (before !== undefined && after !== undefined)
        noteContent(index, unrolled ? after : afterRuns(before, after, last.runs, last.status));
    });
  },
});

/** Calls of functions, which stand in place of their nodes. */
export const callOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { PartitionedCall: undefined, StatefulPartitionedCall: undefined },
  inputs: { args: "tensors" },
  translate: ({ node, functionOf, inline }) => inline(functionOf(node.function("f"))),
});

function isUnknown(bodies: readonly Body[]): boolean {
  return bodies.some(({ graph }) => graph.outputs.some(({ type }) => type === undefined));
}

function knownOperand(tensor: Tensor): Operand {
  const operand = operandOf(tensor);
  check(operand !== undefined, () => `the type of "${tensor.name}" is unknown`);
  return operand;
}

/** Whether a loop hands a value on as it takes it, so that its elements hold in every run. */
function isInvariant({ nodes, parameters, results }: GraphFunction, index: number): boolean {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  let value: NodeInput | undefined = results[index];
  for (let steps = 0; value !== undefined && value.node !== parameters[index] && steps < 8; steps++) {
    const node = byName.get(value.node);
    value = node !== undefined && ["Identity", "NextIteration", "Switch"].includes(node.op) ? node.inputs[0] : undefined;
  }
  return value !== undefined && value.node === parameters[index];
}

/** A list that grows by as much in each run. */
function afterRuns(before: HandleContent, after: HandleContent, runs: number, status: Body["status"]): HandleContent {
  if (before.kind !== "list" || after.kind !== "list" || before.length === undefined || after.length === undefined) return after;
  const change = after.length - before.length;
  if (change === 0) return after;
  return {
    ...after,
    length: Math.max(0, before.length + runs * change),
    status: status === "exact" && after.status === "exact" ? "exact" : "estimate",
  };
}

function passContent({ operands, contentOf, noteContent }: TfjsOpContext, output: number): void {
  const [content] = operands.flatMap((operand) => contentOf(operand) ?? []);
  if (content !== undefined) noteContent(output, content);
}
