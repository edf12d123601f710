import { check, combine, type Graph, type Scalar, type Tensor, type ValueType, type Operand, operandOf } from "@modelgauge/core";
import { LayerEmitter } from "../layer-emitter.ts";
import type { InputKind, TfjsOp, TfjsOpContext } from "../op-translator.ts";
import { kindOf } from "./claims.ts";
import type { GraphFunction, GraphNode } from "./graph-def.ts";
import { storedConstant } from "./stored-constant.ts";
import type { Surroundings } from "./surroundings.ts";
import { TfNode } from "./tf-node.ts";
import { type KnownNumber, tripCount } from "./trip-count.ts";

/** A node with what is known of it. */
export interface NodeCall {
  readonly node: GraphNode;
  readonly operands: readonly Tensor[];
  readonly around: Surroundings;
  readonly describeFunction: (called: GraphFunction, inputs: readonly Tensor[], around: Surroundings, caller: string) => Graph;
  readonly inlineFunction: (called: GraphFunction, inputs: readonly Tensor[], around: Surroundings, caller: string) => readonly Tensor[];
}

/**
 * Adds the layers that one node becomes.
 *
 * @returns the node's outputs
 * @throws ModelGaugeError with the node named in front
 */
export function translateNode(call: NodeCall): readonly (Tensor | undefined)[] {
  const { node, operands, around } = call;
  const { tables, builder, prefix, path } = around;
  const name = prefix + node.name;
  const view = new TfNode(node);
  const emitter = new LayerEmitter({
    builder,
    request: { name, origin: { format: "tfjs", operator: node.op, name }, path: [...path, ...node.name.split("/").slice(0, -1)] },
    outputName: (output) => (output === 0 ? name : `${name}:${output}`),
    declared: (output) => declaredOutput(view, output),
    status: combine(...operands.map((operand) => operand.status)),
  });
  const undescribed: TfjsOpContext["undescribed"] = (reason, outputs = [], bodies = []) => {
    const count = Math.max(1, outputs.length, tables.outputsRead.get(node.name) ?? 0);
    const types = Array.from({ length: count }, (_, index) => outputs[index] ?? declaredOutput(view, index));
    emitter.undescribed(reason, operands, count, { types, bodies });
  };
  emitter.translating(() => {
    const op = tables.ops.get(node.op);
    if (op === undefined) return undescribed(`no plugin translates the operation ${node.op}`);
    const untyped = operands.find((tensor) => tensor.type === undefined);
    if (untyped !== undefined) return undescribed(`the type of its input "${untyped.name}" is unknown`);
    op.translate(contextOf(call, op, view, emitter, undescribed));
  });
  return emitter.outputs;
}

function contextOf(
  { node, operands: tensors, around, describeFunction, inlineFunction }: NodeCall,
  op: TfjsOp,
  view: TfNode,
  emitter: LayerEmitter,
  undescribed: TfjsOpContext["undescribed"],
): TfjsOpContext {
  const { tables, builder, prefix } = around;
  const name = prefix + node.name;
  const operands = tensors.map((tensor) => operandOf(tensor)!);
  const kinds: readonly InputKind[] = Object.values(op.inputs);
  // What is stored, and trained, rides along with the node's first layer that does not take it as an input.
  let unattached = operands.filter(({ tensor }, index) => tensor.stored || ridesAlong(kindOf(kinds, index, operands.length)));
  const attach = (inputs: readonly (Operand | undefined)[]): readonly Tensor[] => {
    const weights = unattached.filter((operand) => !inputs.includes(operand));
    unattached = [];
    return weights.map(({ tensor }) => tensor);
  };
  return {
    node: view,
    operands,
    inputs: arrange(op, operands),
    add: (type, inputs, attributes, options = {}) => emitter.add(type, inputs, attributes, { weights: attach(inputs), ...options }),
    step: (step, type, inputs, attributes, options = {}) =>
      emitter.step(step, type, inputs, attributes, { weights: attach(inputs), ...options }),
    undescribed,
    constant: (dtype, shape, values) => operandOf(builder.constant(`${name}/constant`, dtype, shape, values))!,
    declared: (output) => declaredOutput(view, output),
    contentOf: ({ tensor }) => tables.handles.get(tensor),
    noteContent: (output, content) => {
      const tensor = emitter.outputs[output];
      if (tensor !== undefined) tables.handles.set(tensor, content);
    },
    functionOf: (wanted) => {
      const called = tables.functions.get(wanted);
      check(called !== undefined, () => `the file has no function "${wanted}"`);
      return called;
    },
    describe: (called, inputs, keeps = () => true) => {
      const values = inputs.map(({ tensor }, index): Tensor => (keeps(index) ? tensor : { ...tensor, values: undefined }));
      values.forEach((value, index) => {
        const content = tables.handles.get(inputs[index]!.tensor);
        if (content !== undefined) tables.handles.set(value, content);
      });
      return emitter.locating(() => describeFunction(called, values, around, name));
    },
    trips: (condition, body) =>
      tripCount(
        condition,
        body,
        operands.map(scalarOf),
        (wanted, constant) => scalarConstant(wanted, constant, around),
        tables.trials.affordsSteps,
      ),
    affords: tables.trials.affords,
    inline: (called) => {
      emitter.outputs.push(...emitter.locating(() => inlineFunction(called, tensors, around, name)));
    },
  };
}

/** The one number that a value is known to be, or its upper bound. */
function scalarOf({ tensor: { values, status } }: Operand): KnownNumber | undefined {
  if (values?.length !== 1 || (status !== "exact" && status !== "at-most")) return undefined;
  const known = knownNumber(values[0]);
  return known && (status === "exact" ? known : { ...known, atMost: true });
}

function scalarConstant(name: string, node: GraphNode | undefined, { tables, scope }: Surroundings): KnownNumber | undefined {
  if (node?.op === "Const") {
    const values = storedConstant(node, name, tables.entries.get(name), tables.values.get(name), undefined).values;
    return values?.length === 1 ? knownNumber(values[0]) : undefined;
  }
  const outer = node === undefined ? scope.get(name)?.tensors[0] : undefined;
  const operand = outer && operandOf(outer);
  return operand && scalarOf(operand);
}

function knownNumber(value: Scalar | undefined): KnownNumber | undefined {
  return typeof value === "number" ? { value } : undefined;
}

function ridesAlong(kind: InputKind): boolean {
  return kind.startsWith("weight") || kind.startsWith("bias") || kind.startsWith("buffer");
}

/** What some exporters note of a node's outputs. */
function declaredOutput(node: TfNode, output: number): ValueType | undefined {
  const shape = node.shapes("_output_shapes")[output] ?? node.shapes("output_shapes")[output];
  const dtype = ["T", "dtype", "DstT", "out_type"].find((name) => node.hasType(name));
  if (shape === undefined || shape.includes(undefined) || dtype === undefined) return undefined;
  return { dtype: node.dtype(dtype), shape: shape as number[] };
}

function arrange(op: TfjsOp, operands: readonly Operand[]): TfjsOpContext["inputs"] {
  const names = Object.keys(op.inputs);
  const variadic = names.findIndex((name) => op.inputs[name] === "tensors");
  check(variadic >= 0 || operands.length <= names.length, () => `takes ${names.length} inputs at most, not ${operands.length}`);
  const following = variadic < 0 ? 0 : names.length - variadic - 1;
  const arranged: Record<string, Operand | undefined | readonly Operand[]> = {};
  names.forEach((name, index) => {
    const kind: InputKind = op.inputs[name];
    if (index === variadic) {
      arranged[name] = operands.slice(index, operands.length - following);
      return;
    }
    const position = variadic >= 0 && index > variadic ? operands.length - (names.length - index) : index;
    const operand = operands[position];
    check(kind.endsWith("?") || (operand !== undefined && position >= 0), () => `input ${position} (${name}) is missing`);
    arranged[name] = operand;
  });
  return arranged as TfjsOpContext["inputs"];
}
