import {
  type DType,
  formatShape,
  type InputsOf,
  isFloat,
  isTensorType,
  type LayerType,
  type Ports,
  sameShape,
  type Tensor,
} from "@modelgauge/core";
import type { LayerStatement } from "../document/document.ts";
import type { Environment } from "../expression/evaluate.ts";
import { didYouMean } from "../nearest.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateText } from "./evaluate-node.ts";
import { BROKEN, type Flow } from "./flow.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import type { WeightNeed } from "./shared-weights.ts";

/** A layer whose weights are to be made. */
export interface WeightOwner {
  /** Its full name. */
  readonly name: string;
  /** What messages call it. */
  readonly label: string;
}

/**
 * What a layer of a type needs, by weight.
 *
 * @param dtype of floating-point tensors for which the type says none
 * @param precision that of floating-point weights and biases, where one is set
 */
export function neededWeights(
  { weights }: LayerType,
  attributes: unknown,
  inputs: InputsOf<Ports>,
  dtype: DType,
  precision: DType | undefined,
): ReadonlyMap<string, WeightNeed> {
  const needs = new Map<string, WeightNeed>();
  for (const [name, told] of Object.entries(weights?.(attributes, inputs) ?? {})) {
    if (told === undefined || told === false) continue;
    const { shape, role = "weight", dtype: own = dtype } = "shape" in told ? told : { shape: told };
    const trained = role === "weight" || role === "bias";
    needs.set(name, { shape, role, dtype: trained && precision !== undefined && isFloat(own) ? precision : own });
  }
  return needs;
}

/**
 * The tensors that ride along with a layer: those that its type needs, made or shared as the document says, or those that it lists.
 *
 * @returns BROKEN where one could not be made
 * @throws DocumentError
 */
export function layerWeights(
  { weights: node }: LayerStatement,
  needs: ReadonlyMap<string, WeightNeed>,
  owner: WeightOwner,
  scope: Scope,
  environment: Environment,
  session: Session,
): readonly Tensor[] | typeof BROKEN {
  const { builder, prefix } = scope.parts;
  if (node === undefined) {
    return [...needs].map(([weight, need]) => session.weights.create(`${owner.name}.${weight}`, need, owner.label, builder));
  }
  if (node.kind === "list") return listedWeights(node, scope, environment);
  const prefixes = enclosing(prefix);
  const shared = (name: string, need: WeightNeed): Tensor => {
    try {
      return session.weights.share(name, prefixes, need, owner.label, builder);
    } catch (error) {
      throw new DocumentError(node.place, `${owner.label} ${(error as Error).message}`);
    }
  };
  if (node.kind === "string") {
    const name = evaluateText(node, environment);
    session.weights.noteName(name, owner.name, owner.label, session.weights.knows(name, prefixes));
    return [...needs].map(([weight, need]) => shared(`${name}.${weight}`, need));
  }
  const sources = node.kind === "object" ? node.members : new Map<string, never>();
  for (const [weight, { place }] of sources) {
    if (!needs.has(weight)) throw new DocumentError(place, `${owner.label} has no weight "${weight}"${didYouMean(weight, needs.keys())}`);
  }
  const tensors: Tensor[] = [];
  for (const [weight, need] of needs) {
    const source = sources.get(weight)?.value;
    if (source === undefined) {
      tensors.push(session.weights.create(`${owner.name}.${weight}`, need, owner.label, builder));
      continue;
    }
    const name = evaluateText(source, environment);
    const declared = declaredTensor(name, scope);
    if (declared === BROKEN) return BROKEN;
    const type = declared?.type;
    if (type !== undefined && isTensorType(type) && !sameShape(type.shape, need.shape)) {
      const sizes = `${formatShape(type.shape)}, and needs ${formatShape(need.shape)}`;
      throw new DocumentError(source.place, `${owner.label} shares "${name}", which is ${sizes}`);
    }
    tensors.push(declared ?? shared(name, need));
  }
  return tensors;
}

function listedWeights(
  node: NonNullable<LayerStatement["weights"]> & { readonly kind: "list" },
  scope: Scope,
  environment: Environment,
): readonly Tensor[] | typeof BROKEN {
  const tensors: Tensor[] = [];
  for (const item of node.items) {
    const name = evaluateText(item, environment);
    let flow: Flow;
    try {
      flow = scope.resolve(name);
    } catch (error) {
      throw new DocumentError(item.place, (error as Error).message);
    }
    if (flow === BROKEN) return BROKEN;
    if (flow === undefined) throw new DocumentError(item.place, `"${name}" stands for nothing here`);
    tensors.push(flow);
  }
  return tensors;
}

function declaredTensor(name: string, scope: Scope): Flow {
  const flows = scope.findAround(name);
  const [flow] = flows ?? [];
  return flow === BROKEN || flow?.stored === true ? flow : undefined;
}

/** `["a.b.", "a.", ""]` of the prefix `a.b.`. */
function enclosing(prefix: string): readonly string[] {
  const steps = prefix.split(".").slice(0, -1);
  return Array.from({ length: steps.length + 1 }, (_, left) =>
    steps
      .slice(0, steps.length - left)
      .map((step) => `${step}.`)
      .join(""),
  );
}
