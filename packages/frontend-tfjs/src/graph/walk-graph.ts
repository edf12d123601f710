import { check, type Graph, ModelGaugeError, type Tensor } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";
import type { GraphFunction, GraphNode, NodeInput } from "./graph-def.ts";
import { nodeOrder } from "./node-order.ts";
import { Scope } from "./scope.ts";
import { storedConstant } from "./stored-constant.ts";
import type { Surroundings } from "./surroundings.ts";
import { translateNode } from "./translate-node.ts";

/** How deep functions may call one another. */
export const CALL_LIMIT = 64;

/** Operations of which no layer shows: they compute nothing, and hand nothing on but what is stored. */
export const SILENT: ReadonlySet<string> = new Set(["Const", "NoOp"]);

/**
 * Adds nodes to a builder, in the order in which they run.
 *
 * @throws ModelGaugeError when the graph contradicts itself
 */
export function walkNodes(nodes: readonly GraphNode[], around: Surroundings): void {
  for (const node of nodeOrder(nodes)) {
    if (node.op.startsWith("Placeholder") && around.scope.get(node.name) !== undefined) continue;
    if (SILENT.has(node.op)) {
      around.scope.define(node.name, node.op === "Const" ? [constant(node, around)] : []);
      continue;
    }
    const operands = node.inputs.map((input) => read(input, `${node.op} ${quoted(node.name)}`, around));
    const outputs = translateNode({ node, operands, around, describeFunction, inlineFunction });
    around.scope.define(node.name, outputs, around.tables.ops.get(node.op)?.outputs);
  }
}

/** Describes a function's graph, with values like these as its parameters. */
function describeFunction(called: GraphFunction, inputs: readonly Tensor[], around: Surroundings, caller: string): Graph {
  check(
    called.parameters.length === inputs.length,
    () => `function "${called.name}" takes ${called.parameters.length} inputs, ${inputs.length} are given`,
  );
  const builder = around.builder.body(called.name);
  const parameters = called.parameters.map((name, index) => {
    const tensor = builder.bodyInput(inFunction(called, caller, name), inputs[index]!);
    const content = around.tables.handles.get(inputs[index]!);
    if (content !== undefined) around.tables.handles.set(tensor, content);
    return tensor;
  });
  return builder.finish(walkFunction(called, parameters, { ...around, builder }, caller));
}

/** Adds a function's nodes in place of one that calls it. */
function inlineFunction(called: GraphFunction, inputs: readonly Tensor[], around: Surroundings, caller: string): readonly Tensor[] {
  check(
    called.parameters.length === inputs.length,
    () => `function "${called.name}" takes ${called.parameters.length} inputs, ${inputs.length} are given`,
  );
  return walkFunction(called, inputs, around, caller);
}

function walkFunction(called: GraphFunction, parameters: readonly Tensor[], around: Surroundings, caller: string): readonly Tensor[] {
  const { calls, tables } = around;
  if (calls.includes(called)) throw malformed(`function ${quoted(called.name)} calls itself`);
  if (calls.length >= CALL_LIMIT)
    throw new ModelGaugeError({ code: "too-large", message: `functions call one another more than ${CALL_LIMIT} deep` });
  const scope = new Scope(called.closure ? around.scope : undefined);
  called.parameters.forEach((name, index) => scope.define(name, [parameters[index]]));
  const inside: Surroundings = {
    ...around,
    scope,
    claims: tables.claims.ofFunction(called),
    prefix: called.closure ? around.prefix : `${caller}/`,
    path: [...around.path, caller],
    calls: [...calls, called],
  };
  walkNodes(called.nodes, inside);
  return called.results.map((result) => read(result, `function ${quoted(called.name)}`, inside));
}

function inFunction(called: GraphFunction, caller: string, name: string): string {
  return called.closure ? name : `${caller}/${name}`;
}

function constant(node: GraphNode, { tables, builder, claims, prefix }: Surroundings): Tensor {
  const known = tables.stored.get(node);
  if (known !== undefined) return known;
  const entry = tables.entries.get(node.name);
  try {
    const tensor = builder.stored({
      ...storedConstant(node, prefix + node.name, entry, tables.values.get(node.name), claims.get(node.name)),
      nonzero: tables.nonzero.get(node.name),
    });
    tables.stored.set(node, tensor);
    return tensor;
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    throw new ModelGaugeError({ code: error.code, message: `Const ${quoted(node.name)}: ${error.message}`, cause: error });
  }
}

/** The tensor that an input names. */
function read({ node, output, index }: NodeInput, reader: string, { scope }: Surroundings): Tensor {
  const found = scope.get(node);
  if (found === undefined) throw malformed(`${reader} reads ${quoted(node)}, which nothing produces`);
  const position = output === undefined ? index : Math.max(0, found.names.indexOf(output)) + index;
  const tensor = found.tensors[position];
  if (tensor === undefined) throw malformed(`${reader} reads output ${position} of ${quoted(node)}, which has not so many`);
  return tensor;
}
