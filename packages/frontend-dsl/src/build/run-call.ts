import type { Block, CallStatement } from "../document/document.ts";
import type { Environment } from "../expression/evaluate.ts";
import { Unanswerable } from "../expression/expression.ts";
import type { Value } from "../expression/value.ts";
import { addTensors } from "./add-tensors.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateNode } from "./evaluate-node.ts";
import type { Flow } from "./flow.ts";
import { resolveReferences } from "./layer-inputs.ts";
import { Scope } from "./scope.ts";
import { define, refine, type RunStatements, type Site } from "./site.ts";
import { within } from "./variables.ts";

/**
 * Runs a block in the place of a statement that uses it.
 *
 * @returns what it gives
 * @throws DocumentError; Unanswerable where there is no such block, which the check of the document reports
 */
export function runCall(statement: CallStatement, site: Site & { readonly name: string }, run: RunStatements): readonly Flow[] {
  const { scope, name, path, precision, environment, session } = site;
  const block = scope.parts.document.blocks.get(statement.block.value);
  if (block === undefined) throw new Unanswerable();
  const inputs = blockInputs(block, statement, scope, environment);
  const values = new Map<string, Value>();
  const inner = new Scope({
    ...scope.parts,
    outer: undefined,
    document: block.home,
    variables: within(session.variablesOf(block.home), values),
    prefix: `${scope.parts.prefix}${name}.`,
    path,
    precision,
    inputs,
    depth: scope.parts.depth + 1,
  });
  session.checkDepth(inner.parts.depth, statement);
  block.inputs?.forEach((input, index) => inner.define(input, [inputs[index]]));
  for (const parameter of block.parameters) {
    const given = statement.arguments.get(parameter.name)?.value;
    const value = given === undefined ? evaluateNode(parameter.value, inner.environment()) : evaluateNode(given, environment);
    // The check of the document reports a missing argument.
    if (given === undefined && value === null) throw new Unanswerable();
    values.set(parameter.name, value);
  }
  inner.precision = refine(precision, block.precision, inner.environment());
  addTensors(block.tensors, inner, session);
  run(block.layers, inner, session);
  const flows = block.outputs === undefined ? inner.previous : resolveReferences(block.outputs, inner, inner.environment());
  scope.adopt(inner, name);
  define(name, flows, statement, scope);
  return flows;
}

function blockInputs(block: Block, statement: CallStatement, scope: Scope, environment: Environment): readonly Flow[] {
  const { input, place } = statement;
  const names = block.inputs ?? ["$input"];
  const takes = `block "${block.name}" takes ${names.length === 1 ? "one input" : `${names.length} inputs (${names.join(", ")})`}`;
  if (input?.kind === "object") throw new DocumentError(input.place, `found an object, expected a name or a list of names: ${takes}`);
  const given = input === undefined ? scope.previous.slice(0, names.length) : resolveReferences(input, scope, environment);
  if (given.length !== names.length) throw new DocumentError(input?.place ?? place, `${takes}, not ${given.length}`);
  return given;
}
