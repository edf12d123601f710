import {
  bindInputs,
  type Body,
  formatType,
  issuePath,
  type LayerRequest,
  type LayerType,
  ModelGaugeError,
  type SchemaIssue,
  type Tensor,
  type ValueType,
} from "@modelgauge/core";
import type { LayerStatement, Operation, OperatorStatement } from "../document/document.ts";
import type { Environment } from "../expression/evaluate.ts";
import type { JsonList, JsonNode } from "../json/json-node.ts";
import { writtenAttributes } from "../schema/attribute-schema.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateNode, evaluateText } from "./evaluate-node.ts";
import { BROKEN, type Flow } from "./flow.ts";
import { layerInputs, resolveReferences } from "./layer-inputs.ts";
import { layerWeights, neededWeights } from "./layer-weights.ts";
import type { Scope } from "./scope.ts";
import { labelOf, type Session } from "./session.ts";
import { define, type LayerSite } from "./site.ts";
import { readStatus, readValueType } from "./value-type.ts";

/**
 * Adds a layer to the graph.
 *
 * @returns its outputs; BROKEN where something before it is wrong
 * @throws DocumentError where it is wrong itself
 */
export function addLayer(statement: LayerStatement, site: LayerSite): readonly Flow[] {
  const { scope, environment, session, bodies } = site;
  const { builder, prefix } = scope.parts;
  const layerType = session.layerTypes.get(statement.type);
  if (layerType === undefined) return [BROKEN];
  const name = prefix + site.name;
  const label = labelOf(statement.type, name, statement);
  const written = evaluateAttributes(statement, environment);
  const valid = validAttributes(writtenAttributes(layerType), written, statement, site);
  const flows = layerInputs(statement.input, layerType.inputs, scope, environment);
  const outputs = outputNames(statement.outputs, environment);
  const declared = declaredTypes(statement, site);
  if (valid === undefined || [...flows, ...bodies].includes(BROKEN)) return broken(outputs, scope);
  const inputs = flows as readonly (Tensor | undefined)[];
  const request = {
    name,
    type: statement.type,
    inputs,
    origin: originOf(statement, statement.type, name, environment),
    path: site.path,
    ...(declared !== undefined && { declared }),
    status: readStatus(statement.status),
    bodies: bodies as readonly Body[],
    activations: site.precision.activations,
  } satisfies Partial<LayerRequest>;
  const finish = (count: number, add: (outputs: readonly (string | undefined)[]) => readonly (Tensor | undefined)[]): readonly Flow[] => {
    const names = outputs ?? defaultNames(site.name, count);
    return defineOutputs(add(names.map((each) => each && prefix + each)), names, statement, label, site);
  };
  return explained(statement, name, inputs, session, () => {
    const bound = bindInputs(layerType, inputs);
    if (bound === "unknown") {
      const weights =
        statement.weights?.kind === "list" ? layerWeights(statement, new Map(), { name, label }, scope, environment, session) : [];
      if (weights === BROKEN) return broken(outputs, scope);
      return finish(declared?.length ?? 1, (names) =>
        isFull(layerType, written)
          ? builder.layer({ ...request, attributes: written, weights, outputs: names })
          : builder.undescribed({
              ...request,
              outputs: names,
              reason: "short forms of attributes are not resolved without the input's type",
            }),
      );
    }
    const attributes = layerType.shorthand === undefined ? written : { ...layerType.shorthand.expand(valid, bound) };
    const canonical = layerType.shorthand === undefined ? valid : validAttributes(layerType.attributes, attributes, statement, site);
    if (canonical === undefined) return broken(outputs, scope);
    const described = layerType.describe({ attributes: canonical, inputs: bound, bodies: request.bodies });
    const needs = neededWeights(layerType, canonical, bound, scope.parts.dtype, site.precision.weights);
    const weights = layerWeights(statement, needs, { name, label }, scope, environment, session);
    if (weights === BROKEN) return broken(outputs, scope);
    return finish(described.outputs.length, (names) => builder.layer({ ...request, attributes, weights, outputs: names }));
  });
}

/**
 * Adds an operation that nothing describes.
 *
 * @throws DocumentError where it is wrong
 */
export function addOperator(statement: OperatorStatement, site: LayerSite): readonly Flow[] {
  const { scope, environment, bodies } = site;
  const { builder, prefix } = scope.parts;
  const name = prefix + site.name;
  const flows = statement.input === undefined ? scope.previous.slice(0, 1) : resolveReferences(statement.input, scope, environment);
  const outputs = outputNames(statement.outputs, environment);
  const declared = declaredTypes(statement, site);
  if ([...flows, ...bodies].includes(BROKEN)) return broken(outputs, scope);
  const names = outputs ?? defaultNames(site.name, declared?.length ?? 1);
  const made = builder.undescribed({
    name,
    inputs: flows as readonly (Tensor | undefined)[],
    outputs: names.map((each) => each && prefix + each),
    origin: originOf(statement, statement.operator, name, environment),
    path: site.path,
    ...(declared !== undefined && { declared }),
    reason: statement.reason ?? "the document gives it no layer type",
    bodies: bodies as readonly Body[],
  });
  return defineOutputs(made, names, statement, labelOf(statement.operator, name, statement), site);
}

function evaluateAttributes({ attributes }: LayerStatement, environment: Environment): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...attributes].map(([name, { value }]) => [name, evaluateNode(value, environment)]));
}

/** What a schema makes of attributes; undefined where it refuses them, which is reported where they stand. */
function validAttributes(
  schema: LayerType["attributes"],
  attributes: Readonly<Record<string, unknown>>,
  statement: LayerStatement,
  { session, scope, name }: LayerSite,
): Readonly<Record<string, unknown>> | undefined {
  const result = schema["~standard"].validate(attributes);
  if (result instanceof Promise) {
    throw new ModelGaugeError({
      code: "invalid-plugin",
      message: `layer type "${statement.type}": its attribute schema must validate synchronously`,
    });
  }
  if (result.issues === undefined) return result.value as Readonly<Record<string, unknown>>;
  for (const issue of result.issues) {
    const path = issuePath(issue);
    const about = path === "" ? "" : `attribute ${path}: `;
    session.problems.add(placeOf(issue, statement), `${statement.type} "${scope.parts.prefix}${name}": ${about}${issue.message}`);
  }
  return undefined;
}

function placeOf({ path = [] }: SchemaIssue, statement: LayerStatement): LayerStatement["place"] {
  const steps = path.map((step) => (typeof step === "object" ? step.key : step));
  const [first, ...rest] = steps;
  let node: JsonNode | undefined = typeof first === "string" ? statement.attributes.get(first)?.value : undefined;
  let place = node?.place ?? statement.place;
  for (const step of rest) {
    if (node?.kind === "list" && typeof step === "number") node = node.items[step];
    else if (node?.kind === "object" && typeof step === "string") node = node.members.get(step)?.value;
    else break;
    place = node?.place ?? place;
  }
  return place;
}

/** Whether attributes have no short forms in them, which only the types of inputs resolve. */
function isFull({ attributes }: LayerType, written: Readonly<Record<string, unknown>>): boolean {
  const result = attributes["~standard"].validate(written);
  return !(result instanceof Promise) && result.issues === undefined;
}

/** What a document says of the types of outputs. */
function declaredTypes({ declared }: Operation, { environment, scope }: LayerSite): readonly (ValueType | undefined)[] | undefined {
  return declared?.items.map((item) => (item.kind === "object" ? readValueType(item, environment, scope.parts.dtype) : undefined));
}

/** Names that a document gives to outputs, undefined for one that is not used. */
function outputNames(node: JsonList | undefined, environment: Environment): readonly (string | undefined)[] | undefined {
  return node?.items.map((item) => (item.kind === "null" ? undefined : evaluateText(item, environment)));
}

/** `conv`, `conv:1`, … */
function defaultNames(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? name : `${name}:${index}`));
}

function originOf({ origin }: Operation, operator: string, name: string, environment: Environment): LayerRequest["origin"] {
  if (origin === undefined) return { format: "dsl", operator, name };
  const [format = "", foreign = "", own = name] = origin.items.map((item) => evaluateText(item, environment));
  return { format, operator: foreign, name: own };
}

/** Makes a layer's outputs known under the names that the document gives them; where it gives none, the statement's name will do. */
function defineOutputs(
  made: readonly (Tensor | undefined)[],
  names: readonly (string | undefined)[],
  { outputs }: Operation,
  label: string,
  { scope, session }: LayerSite,
): readonly Flow[] {
  made.forEach((tensor, index) => {
    if (tensor !== undefined) session.producers.set(tensor, label);
    const name = names[index];
    if (outputs !== undefined && name !== undefined) define(name, [tensor], outputs.items[index]!, scope);
  });
  return made;
}

function broken(outputs: readonly (string | undefined)[] | undefined, scope: Scope): readonly Flow[] {
  for (const name of outputs ?? []) if (name !== undefined) scope.define(name, [BROKEN]);
  return [BROKEN];
}

/** Says of what goes wrong in a layer what came into it, and from where. */
function explained<T>(
  statement: LayerStatement,
  name: string,
  inputs: readonly (Tensor | undefined)[],
  session: Session,
  action: () => T,
): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ModelGaugeError) || error.code === "too-large" || error.code === "invalid-plugin") throw error;
    // The builder names the layer in front of what went wrong.
    const inner = error.cause instanceof ModelGaugeError && error.message.endsWith(error.cause.message) ? error.cause : error;
    throw new DocumentError(statement.place, `${statement.type} "${name}": ${inner.message}${sourcesOf(inputs, session)}`);
  }
}

/** `; the input is float32 1×64×56×56, from conv "stem" (line 9)` */
function sourcesOf(inputs: readonly (Tensor | undefined)[], { producers }: Session): string {
  const sources = inputs.flatMap((tensor) =>
    tensor === undefined
      ? []
      : [`${tensor.type === undefined ? "unknown" : formatType(tensor.type)} from ${producers.get(tensor) ?? `"${tensor.name}"`}`],
  );
  if (sources.length === 0) return "";
  return sources.length === 1
    ? `; its input is ${sources[0]}`
    : `; its inputs are ${sources.slice(0, 8).join(", ")}${sources.length > 8 ? ", …" : ""}`;
}
