import type { Body, Tensor } from "@modelgauge/core";
import type { BodyNode } from "../document/document.ts";
import type { Environment } from "../expression/evaluate.ts";
import { type JsonObject, memberOf } from "../json/json-node.ts";
import { addTensors } from "./add-tensors.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateSize, evaluateText } from "./evaluate-node.ts";
import { BROKEN } from "./flow.ts";
import { resolveReferences } from "./layer-inputs.ts";
import { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import type { RunStatements, Site } from "./site.ts";
import { readStatus, readValues, readValueType } from "./value-type.ts";
import type { Variables } from "./variables.ts";

/**
 * Describes a graph that a layer runs; names around the layer are in its sight.
 *
 * @returns BROKEN where it gives what could not be made
 * @throws DocumentError
 */
export function runBody(
  node: BodyNode,
  { scope, environment, session, path }: Pick<Site, "scope" | "environment" | "session" | "path">,
  variables: Variables,
  run: RunStatements,
): Body | typeof BROKEN {
  const builder = scope.parts.builder.body(node.name);
  const inputs = node.inputs.map((input) => addInput(input, builder, environment, scope, session));
  const inner = new Scope({
    ...scope.parts,
    outer: scope,
    builder,
    variables,
    prefix: "",
    path: node.path?.items.map((step) => evaluateText(step, environment)) ?? path,
    precision: scope.precision,
    inputs: inputs.map(({ tensor }) => tensor),
    depth: scope.parts.depth + 1,
  });
  session.checkDepth(inner.parts.depth, node);
  for (const { name, tensor } of inputs) {
    if (!inner.define(name, [tensor])) throw new DocumentError(node.place, `the body "${node.name}" has two inputs "${name}"`);
  }
  addTensors(node.tensors, inner, session);
  run(node.layers, inner, session);
  const outputs = node.outputs === undefined ? [] : resolveReferences(node.outputs, inner, inner.environment());
  if (outputs.includes(BROKEN)) return BROKEN;
  if (outputs.includes(undefined)) throw new DocumentError(node.outputs!.place, `an output of the body "${node.name}" stands for nothing`);
  return {
    name: node.name,
    graph: builder.finish(outputs as readonly Tensor[]),
    runs: node.runs === undefined ? 1 : evaluateSize(node.runs, environment),
    status: readStatus(node.status),
    alternative: node.alternative,
  };
}

function addInput(
  node: JsonObject,
  builder: Scope["parts"]["builder"],
  environment: Environment,
  scope: Scope,
  session: Session,
): { readonly name: string; readonly tensor: Tensor } {
  const nameNode = memberOf(node, "name");
  const name = nameNode === undefined ? "" : evaluateText(nameNode, environment);
  const type = readValueType(node, environment, scope.parts.dtype);
  const values = memberOf(node, "values");
  const tensor = builder.bodyInput(name, {
    type,
    status: readStatus(memberOf(node, "status")),
    values: values && readValues(values, type !== undefined && "dtype" in type ? type.dtype : scope.parts.dtype, environment),
  });
  session.producers.set(tensor, `input "${name}" of the body`);
  return { name, tensor };
}
