import type { Diagnostic } from "../error/diagnostic.ts";
import type { Description } from "../ir/description.ts";
import { bitsOf, type DType, isFloat } from "../ir/dtype.ts";
import { firstDType } from "../ir/first-dtype.ts";
import { isStatic, type Role, type Tensor } from "../ir/tensor.ts";
import { isTensorType, tensorTypes, type ValueType } from "../ir/value-type.ts";
import { isNoWork } from "../ir/work.ts";
import type { LayerPrecision, Precision } from "./bindings.ts";
import type { LayerRequest } from "./layer-request.ts";

/** The precisions of one layer. */
type Wanted = Omit<LayerPrecision, "pattern">;

/** A tensor of which the builder still decides how memory holds it. */
type Undecided = { -readonly [Member in keyof Tensor]: Tensor[Member] };

/**
 * What a caller's precisions make of the floating-point tensors of one model: what layers compute in, and what memory holds tensors in. What
 * layers see stays what the file says, so that shapes and types follow as they do without a precision.
 */
export class Precisions {
  readonly #all: Precision;
  readonly #rules: readonly LayerPrecision[];
  readonly #unmatched: Set<LayerPrecision>;
  /** What layers that depend on no input have made of stored tensors. */
  readonly #madeFrom = new WeakMap<Tensor, readonly Tensor[]>();
  /** Tensors that a layer which runs has used. */
  readonly #settled = new WeakSet<Tensor>();
  readonly #disputed = new Set<Tensor>();

  constructor(precision: Precision = {}) {
    const { activations, layers = [] } = precision;
    this.#all = precision;
    this.#rules = [...(activations === undefined ? [] : [{ pattern: "*", activations }]), ...layers];
    this.#unmatched = new Set(layers);
  }

  /** The dtype that memory holds an input in, where it is not the one that layers see. */
  heldInput(dtype: DType): DType | undefined {
    return unlike(dtype, this.#all.activations);
  }

  /** The same of a stored tensor. */
  heldStored(dtype: DType, role: Role): DType | undefined {
    return isTrained(role) ? unlike(dtype, this.#all.weights) : undefined;
  }

  /** The precisions that a layer's own rules give it; of several for the same, the last. */
  of({ name, type, path = [] }: LayerRequest): Wanted {
    let wanted: Wanted = {};
    if (this.#rules.length === 0) return wanted;
    const qualified = [...path, name].join(".");
    for (const rule of this.#rules) {
      const { pattern, ...precision } = rule;
      if (![name, qualified, type].some((text) => matches(pattern, text))) continue;
      this.#unmatched.delete(rule);
      wanted = { ...wanted, ...precision };
    }
    return wanted;
  }

  /** A description under a layer's own precision: floating-point arithmetic executes in it. */
  computed(description: Description, { activations }: Wanted, inputs: readonly (Tensor | undefined)[]): Description {
    if (activations === undefined) return description;
    const compute = description.compute ?? firstDType(inputs);
    return compute === undefined || !isFloat(compute) ? description : { ...description, compute: activations };
  }

  /** Notes what a layer that runs does to the stored tensors that it uses: its precision of weights counts, if it is the first to use them. */
  use({ inputs, weights = [] }: LayerRequest, { weights: dtype }: Wanted): void {
    if (this.#rules.length === 0) return;
    for (const tensor of [...inputs, ...weights]) if (tensor !== undefined && isStatic(tensor)) this.#settle(tensor, dtype);
  }

  /** The dtype that memory holds the floating-point outputs of a layer in, where it is not the one that layers see. */
  heldOutput(type: ValueType, request: LayerRequest, description: Description, { activations }: Wanted): DType | undefined {
    const dtype = tensorTypes(type)?.find((each) => isFloat(each.dtype))?.dtype;
    if (dtype === undefined || this.#rules.length === 0) return undefined;
    const movesOnly = isNoWork(description.work) && (request.bodies ?? []).length === 0;
    const handedOn = movesOnly ? request.inputs.filter(isFloating).filter((tensor) => !isStatic(tensor)) : [];
    return handedOn.length > 0 ? commonHeld(handedOn) : unlike(dtype, activations);
  }

  /** The same of a layer that depends on no input, which a runtime computes when it loads the model. */
  heldFixed(output: Tensor, { inputs, weights = [] }: LayerRequest): DType | undefined {
    if (this.#rules.length === 0 && this.#all.weights === undefined) return undefined;
    const sources = [...inputs, ...weights].filter((tensor) => tensor !== undefined && this.#isTrained(tensor)) as Tensor[];
    if (sources.length === 0) return undefined;
    this.#madeFrom.set(output, sources);
    return commonHeld(sources);
  }

  /** What the caller must know: rules that are for no layer, shared weights that rules do not agree on. */
  get diagnostics(): readonly Diagnostic[] {
    return [
      ...[...this.#unmatched].map(({ pattern }) => ({
        severity: "warning" as const,
        code: "unmatched-precision",
        message: `a precision is for the layers "${pattern}", and none is called so`,
      })),
      ...[...this.#disputed].map(({ name }) => ({
        severity: "warning" as const,
        code: "shared-weight",
        message: `layers of different precision share the weight "${name}": the precision of the first one counts`,
      })),
    ];
  }

  #isTrained(tensor: Tensor): boolean {
    return (tensor.stored && isTrained(tensor.role)) || this.#madeFrom.has(tensor);
  }

  /** Decides how a tensor, and all that it was made from, is held. */
  #settle(tensor: Tensor, dtype: DType | undefined): void {
    const made: Undecided[] = [];
    const open: Undecided[] = [tensor];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!this.#isTrained(next) || next.type === undefined || !isTensorType(next.type) || !isFloat(next.type.dtype)) continue;
      const held = dtype === undefined ? undefined : dtype === next.type.dtype ? "same" : dtype;
      if (this.#settled.has(next)) {
        if (next.stored && held !== undefined && (next.held ?? "same") !== held) this.#disputed.add(next);
        continue;
      }
      this.#settled.add(next);
      const sources = this.#madeFrom.get(next);
      if (sources !== undefined) {
        made.push(next);
        open.push(...sources);
      } else if (held !== undefined && held !== (next.held ?? "same")) {
        next.held = held === "same" ? undefined : held;
        next.bytes = undefined;
      }
    }
    for (const each of made.toReversed()) each.held = commonHeld(this.#madeFrom.get(each)!);
  }
}

function isTrained(role: Role): boolean {
  return role === "weight" || role === "bias";
}

/** The dtype that is wanted in place of a floating-point one, where it is another. */
function unlike(dtype: DType, wanted: DType | undefined): DType | undefined {
  return wanted === dtype || !isFloat(dtype) ? undefined : wanted;
}

function isFloating(tensor: Tensor | undefined): tensor is Tensor {
  return tensor?.type !== undefined && tensorTypes(tensor.type)?.some(({ dtype }) => isFloat(dtype)) === true;
}

/** The widest dtype that memory holds floating-point tensors in; undefined where one is held as layers see it. */
function commonHeld(tensors: readonly Tensor[]): DType | undefined {
  let widest: DType | undefined;
  for (const { held } of tensors.filter(isFloating)) {
    if (held === undefined) return undefined;
    if (widest === undefined || (bitsOf(held) ?? 0) > (bitsOf(widest) ?? 0)) widest = held;
  }
  return widest;
}

/** Whether a text is what a pattern says, in which `*` stands for any characters. */
function matches(pattern: string, text: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}
