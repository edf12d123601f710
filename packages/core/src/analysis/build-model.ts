import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import { type Bindings, overrideOf } from "../describe/bindings.ts";
import type { DeclaredInput } from "../describe/declared.ts";
import { type BuildRecord, startGraph } from "../describe/graph-builder.ts";
import type { LayerType } from "../describe/layer-type.ts";
import { bitsOf, isDType } from "../ir/dtype.ts";
import type { Graph } from "../ir/graph.ts";
import { assumeBatch, type FixedBatch, fixedBatch } from "./batch.ts";
import type { Model } from "./model.ts";
import { sideBySide } from "./side-by-side.ts";

/** A model under bindings: its graph, and what a reader must know of it. */
export interface BuiltModel {
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  /** Every symbolic dim of the model with its number, in order of name. */
  readonly bound: Readonly<Record<string, number>>;
}

/**
 * Builds a model under bindings, without measuring it.
 *
 * A number for `batch` is for the first dim of the first input where no dim is called so (C8). A model that cannot be built at a multiple of
 * the batch that its file fixes, since the file fixes further sizes with it, is so many copies side by side.
 *
 * @throws ModelGaugeError `unknown-input` where an override names no input of the model; `invalid-input`, `invalid-dim` and
 *   `invalid-precision` where bindings give what is no type or size; whatever building throws
 */
export function buildModel(model: Model, bindings: Bindings, layerTypes: ReadonlyMap<string, LayerType>): BuiltModel {
  checkBindings(model, bindings);
  const build = (under: Bindings): BuiltModel => buildUnder(model, under, layerTypes);
  const assumed = hasDim(model, "batch") ? undefined : assumeBatch(model.inputs, bindings);
  if (assumed === undefined) return buildAtBatch(model, bindings, build);
  const { batch: _, ...dims } = bindings.dims ?? {};
  const declared = build({ ...bindings, dims });
  if (Object.hasOwn(declared.bound, "batch")) return buildAtBatch(model, bindings, build);
  const { diagnostics, ...built } = buildAtBatch(model, assumed.bindings, build, bindings.inputs === undefined ? declared : undefined);
  return { ...built, diagnostics: [assumed.diagnostic, ...diagnostics] };
}

function hasDim({ inputs }: Model, name: string): boolean {
  return inputs.some(({ shape = [] }) => shape.includes(name));
}

/**
 * Builds a model whose batch the bindings may override; where that fails at a multiple of the batch that the file fixes, as copies.
 *
 * @param declared the model at the batch that the file fixes, if it is built already
 */
function buildAtBatch({ inputs }: Model, bindings: Bindings, build: (under: Bindings) => BuiltModel, declared?: BuiltModel): BuiltModel {
  const fixed = fixedBatch(inputs, bindings);
  if (fixed === undefined) return build(bindings);
  let grown: BuiltModel;
  try {
    grown = build(bindings);
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    return copies(declared ?? buildInstead(error, () => build(fixed.asDeclared)), fixed, error.message);
  }
  const { graph } = declared ?? build(fixed.asDeclared);
  return { ...grown, diagnostics: [...unevenGrowth(grown.graph, graph, fixed), ...grown.diagnostics] };
}

/** Builds what may stand in for what failed; where that fails too, the first failure is the one to tell. */
function buildInstead(failure: ModelGaugeError, build: () => BuiltModel): BuiltModel {
  try {
    return build();
  } catch {
    throw failure;
  }
}

function copies({ graph, diagnostics, bound }: BuiltModel, { batch, times, named }: FixedBatch, why: string): BuiltModel {
  const message = `the file fixes a batch of ${batch} in its layers too (${why}): counted as ${times} copies side by side, which share the weights`;
  return {
    graph: sideBySide(graph, times, batch),
    diagnostics: [{ severity: "info", code: "batch-of-copies", message }, ...diagnostics],
    bound: { ...bound, ...named },
  };
}

/** Warns where a network does not do so many times the work at so many times the batch. */
function unevenGrowth(grown: Graph, declared: Graph, { batch, times }: FixedBatch): readonly Diagnostic[] {
  const macs = ({ layers }: Graph): number => layers.reduce((sum, { description }) => sum + (description?.work.mac ?? 0), 0);
  const [many, one] = [macs(grown), macs(declared)];
  if (Math.abs(many - times * one) <= 1e-9 * many) return [];
  const growth = Number((many / one).toPrecision(3));
  const message = `at ${times} times the batch of ${batch} that the file fixes, the network does ${growth} times the MACs: the file may fix the batch in its layers too`;
  return [{ severity: "warning", code: "uneven-batch", message }];
}

function buildUnder(model: Model, bindings: Bindings, layerTypes: ReadonlyMap<string, LayerType>): BuiltModel {
  const dims = { ...dimsOfOverrides(model.inputs, bindings), ...bindings.dims };
  const { builder, record } = startGraph(model.name, layerTypes, { ...bindings, dims });
  const graph = explainingSizes(record, () => model.build(builder));
  const { diagnostics, bound } = record();
  const unused = Object.keys(bindings.dims ?? {}).filter((name) => !Object.hasOwn(bound, name));
  const unknown = unused.map((name) => ({
    severity: "warning" as const,
    code: "unknown-dim",
    message: `the model has no dim "${name}"${listed(Object.keys(bound))}`,
  }));
  return { graph, diagnostics: [...unknown, ...diagnostics], bound };
}

/** Says of what does not fit together which sizes were only assumed. */
function explainingSizes<T>(record: () => BuildRecord, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof ModelGaugeError) || error.code !== "invalid-layer" || error.hint !== undefined) throw error;
    const assumed = record().diagnostics.filter(({ code }) => code === "unbound-dim");
    if (assumed.length === 0) throw error;
    const told = assumed.slice(0, 3).map(({ message }) => message);
    const hint = `${told.join("; ")}${assumed.length > told.length ? "; …" : ""}: give sizes by --dim or --input`;
    throw new ModelGaugeError({ code: error.code, message: error.message, hint, cause: error.cause });
  }
}

/** The numbers that overridden inputs give to the named dims that the file declares for them; the first input counts. */
function dimsOfOverrides(declared: readonly DeclaredInput[], bindings: Bindings): Readonly<Record<string, number>> {
  const found = declared.flatMap(({ name, shape }) => {
    const sizes = overrideOf(bindings, name)?.shape;
    if (shape === undefined || sizes?.length !== shape.length) return [];
    return shape.flatMap((dim, axis) => {
      const size = sizes[axis];
      return typeof dim === "string" && typeof size === "number" ? [[dim, size] as const] : [];
    });
  });
  return Object.fromEntries(found.toReversed());
}

function checkBindings({ inputs }: Model, bindings: Bindings): void {
  const names = inputs.map((input) => input.name);
  for (const [name, { dtype, shape }] of Object.entries(bindings.inputs ?? {})) {
    if (!names.includes(name))
      throw new ModelGaugeError({ code: "unknown-input", message: `the model has no input "${name}"${listed(names)}` });
    if (dtype !== undefined && !isDType(dtype))
      throw new ModelGaugeError({ code: "invalid-input", message: `input "${name}": there is no dtype "${String(dtype)}"` });
    const wrong = shape?.find((size) => typeof size === "number" && (!Number.isSafeInteger(size) || size < 0));
    if (wrong !== undefined)
      throw new ModelGaugeError({ code: "invalid-input", message: `input "${name}": sizes must be whole numbers from 0, not ${wrong}` });
  }
  const { layers = [], ...all } = bindings.precision ?? {};
  for (const { weights, activations } of [all, ...layers]) {
    const none = [weights, activations].find((dtype) => dtype !== undefined && (!isDType(dtype) || bitsOf(dtype) === undefined));
    if (none !== undefined) throw new ModelGaugeError({ code: "invalid-precision", message: `numbers cannot be held as "${none}"` });
  }
  for (const [name, size] of Object.entries(bindings.dims ?? {})) {
    if (!Number.isSafeInteger(size) || size < 0)
      throw new ModelGaugeError({ code: "invalid-dim", message: `dim "${name}" must be a whole number from 0, not ${size}` });
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `; it has ${names
        .slice(0, 20)
        .map((name) => `"${name}"`)
        .join(", ")}${names.length > 20 ? ", …" : ""}`;
}
