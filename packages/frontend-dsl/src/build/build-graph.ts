import {
  type DType,
  type Graph,
  type GraphBuilder,
  isDType,
  isFloatingPoint,
  type LayerType,
  ModelGaugeError,
  type Tensor,
} from "@modelgauge/core";
import type { DslDocument } from "../document/document.ts";
import { hasExpression } from "../expression/parse.ts";
import { type JsonObject, memberOf } from "../json/json-node.ts";
import type { Problems } from "../problem.ts";
import { addTensors } from "./add-tensors.ts";
import { declaredInputs } from "./declared-inputs.ts";
import { DocumentError } from "./document-error.ts";
import { documentVariables } from "./document-variables.ts";
import { BROKEN, type Flow } from "./flow.ts";
import { resolveReferences } from "./layer-inputs.ts";
import { runStatements } from "./run-statements.ts";
import { Scope } from "./scope.ts";
import { Session } from "./session.ts";
import { refine } from "./site.ts";
import type { Variables } from "./variables.ts";

/**
 * Builds the graph that a document describes.
 *
 * @returns undefined where something is wrong: the problems say what
 * @throws ModelGaugeError `too-large`
 */
export function buildGraph(
  document: DslDocument,
  builder: GraphBuilder,
  layerTypes: ReadonlyMap<string, LayerType>,
  problems: Problems,
): Graph | undefined {
  const variables = mainVariables(document, builder);
  const session = new Session(layerTypes, problems, document, variables);
  const dtype = documentDType(document);
  const scope = new Scope({
    outer: undefined,
    builder,
    document,
    variables,
    prefix: "",
    path: [],
    precision: {},
    dtype,
    inputs: [],
    depth: 0,
  });
  reporting(problems, () => reportParameters(document, builder, variables));
  const inputs = document.inputs.flatMap((node) => addInputs(node, scope, session));
  // Which of several inputs a layer takes is for the document to say.
  if (inputs.length === 1) scope.previous = inputs;
  reporting(problems, () => (scope.precision = refine({}, document.precision, scope.environment())));
  addTensors(document.tensors, scope, session);
  runStatements(document.layers ?? [], scope, session);
  warnOfUnsharedWeights(session, builder);
  const outputs = reporting(problems, () =>
    document.outputs === undefined ? scope.previous : resolveReferences(document.outputs, scope, scope.environment()),
  );
  const tensors = (outputs ?? []).filter((flow): flow is Tensor => flow !== undefined && flow !== BROKEN);
  return problems.none ? builder.finish(tensors) : undefined;
}

/** The element type of what does not say another: as the document states, else that of its first floating-point input. */
export function documentDType({ dtype, inputs }: DslDocument): DType {
  if (dtype?.kind === "string" && isDType(dtype.value)) return dtype.value;
  for (const input of inputs) {
    const own = memberOf(input, "dtype");
    if (own?.kind === "string" && isDType(own.value) && isFloatingPoint(own.value)) return own.value;
  }
  return "float32";
}

/** The main document's parameters: a dim that the caller binds comes before their values. */
function mainVariables(document: DslDocument, builder: GraphBuilder): Variables {
  const { dims = {} } = builder.bindings;
  return documentVariables(document, {
    parameter: (name) => (Object.hasOwn(dims, name) ? dims[name] : undefined),
    dim: (name) => builder.dim(name) ?? 1,
  });
}

/** Lets the report say what the caller may set: the parameters that are plain numbers, or have none. */
function reportParameters({ parameters }: DslDocument, builder: GraphBuilder, variables: Variables): void {
  const { dims = {} } = builder.bindings;
  for (const { name, place, value: node } of parameters) {
    const given = Object.hasOwn(dims, name);
    const plain = node.kind === "number" || node.kind === "null" || (node.kind === "string" && hasExpression(node.value));
    if (given && !plain) throw new DocumentError(place, `"${name}" is no number: --dim cannot set it`);
    if (!given && node.kind !== "number" && node.kind !== "null") continue;
    const value = variables.lookUp(name);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) builder.bindDim(name, value);
  }
}

function addInputs(node: JsonObject, scope: Scope, session: Session): readonly Flow[] {
  const { builder, dtype, variables } = scope.parts;
  const made = reporting(session.problems, () =>
    declaredInputs(node, variables, scope.environment(), dtype).map((declared) => {
      const tensor = locatedAt(node, () => builder.input(declared));
      session.producers.set(tensor, `input "${declared.name}"`);
      if (!scope.define(declared.name, [tensor])) throw new DocumentError(node.place, `the network has two inputs "${declared.name}"`);
      return tensor;
    }),
  );
  if (made === undefined) scope.lose("");
  return made ?? [BROKEN];
}

function locatedAt<T>({ place }: JsonObject, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    throw new DocumentError(place, error.hint === undefined ? error.message : `${error.message} (${error.hint})`);
  }
}

function warnOfUnsharedWeights({ weights }: Session, builder: GraphBuilder): void {
  for (const [name, { owner, layer }] of weights.alone) {
    builder.diagnose({
      severity: "warning",
      code: "unshared-weights",
      message: `${owner} names its weights "${name}", which no other layer does`,
      layer,
    });
  }
}

/** Does something, and reports what is wrong with it; undefined then. */
function reporting<T>(problems: Problems, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    problems.add(error.place, error.message);
    return undefined;
  }
}
