import type { Diagnostic } from "../error/diagnostic.ts";
import { type Bindings, type InputOverride, overrideOf } from "../describe/bindings.ts";
import type { DeclaredDim, DeclaredInput } from "../describe/declared.ts";

/** Bindings in which `batch` has found its dim. */
export interface AssumedBatch {
  readonly bindings: Bindings;
  readonly diagnostic: Diagnostic;
}

/**
 * What a number for `batch` says of a model that has no dim of that name: its first input's first dim, whatever its name or size, and that
 * of all inputs which begin alike. Undefined where there is none, the caller gives its size otherwise, or the file fixes one that the number is no
 * multiple of.
 */
export function assumeBatch(inputs: readonly DeclaredInput[], bindings: Bindings): AssumedBatch | undefined {
  const { batch: size, ...dims } = bindings.dims ?? {};
  const [first] = inputs;
  if (size === undefined || first?.shape === undefined || first.shape.length === 0 || overrideOf(bindings, first.name)?.shape)
    return undefined;
  const [lead] = first.shape;
  if (typeof lead === "number" && (size < lead || size % lead !== 0)) return undefined;
  const what = lead === undefined ? "is open in the file" : typeof lead === "string" ? `is called "${lead}"` : `is ${lead} in the file`;
  const message = `no dim is called "batch": it is taken to be the first of input "${first.name}", which ${what}`;
  const diagnostic = { severity: "info", code: "assumed-batch", message } as const;
  if (typeof lead === "string") return { bindings: { ...bindings, dims: { ...dims, [lead]: size } }, diagnostic };
  const overridden = new Map(Object.entries(bindings.inputs ?? {}));
  for (const input of inputs) {
    const override = overrideOf(bindings, input.name);
    if (input.shape?.length && input.shape[0] === lead && override?.shape === undefined)
      overridden.set(input.name, { ...override, shape: ["batch", ...input.shape.slice(1)] });
  }
  return { bindings: { ...bindings, inputs: Object.fromEntries(overridden) }, diagnostic };
}

/** A batch that a file fixes, and of which the caller wants a multiple. */
export interface FixedBatch {
  /** Samples that the file's graph handles. */
  readonly batch: number;
  /** How many times as many are wanted. */
  readonly times: number;
  /** The caller's bindings at the file's batch. */
  readonly asDeclared: Bindings;
  /** Dims that only the overrides name, with their numbers. */
  readonly named: Readonly<Record<string, number>>;
}

/** What overrides of inputs ask for, where that is nothing but a multiple of the batch that the file fixes. */
export function fixedBatch(inputs: readonly DeclaredInput[], bindings: Bindings): FixedBatch | undefined {
  let size: Pick<FixedBatch, "batch" | "times"> | undefined;
  const { dims = {} } = bindings;
  const named: Record<string, number> = {};
  const asDeclared: [string, InputOverride][] = [];
  for (const [name, { shape, ...others }] of Object.entries(bindings.inputs ?? {})) {
    asDeclared.push([name, others]);
    const declared = inputs.find((input) => input.name === name)?.shape;
    if (shape === undefined || (declared !== undefined && sameDims(shape, declared))) continue;
    const [first] = shape;
    const wanted = typeof first === "string" ? dims[first] : first;
    const lead = declared?.[0];
    if (wanted === undefined || typeof lead !== "number" || !sameDims(shape.slice(1), declared!.slice(1))) return undefined;
    if (lead < 1 || wanted <= lead || wanted % lead !== 0 || others.values !== undefined) return undefined;
    if (typeof first === "string") named[first] = wanted;
    const times = wanted / lead;
    if (size !== undefined && (size.batch !== lead || size.times !== times)) return undefined;
    size = { batch: lead, times };
  }
  const left = inputs.some(({ name, shape }) => shape?.[0] === size?.batch && overrideOf(bindings, name)?.shape === undefined);
  if (size === undefined || left) return undefined;
  const kept = Object.fromEntries(Object.entries(dims).filter(([name]) => !Object.hasOwn(named, name)));
  return { ...size, asDeclared: { ...bindings, dims: kept, inputs: Object.fromEntries(asDeclared) }, named };
}

function sameDims(given: readonly DeclaredDim[], declared: readonly DeclaredDim[]): boolean {
  return declared.length === given.length && given.every((dim, axis) => dim === declared[axis]);
}
