import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import type { Bindings } from "../describe/bindings.ts";
import type { DeclaredInput } from "../describe/declared.ts";
import { startGraph } from "../describe/graph-builder.ts";
import type { LayerType } from "../describe/layer-type.ts";
import { isDType } from "../ir/dtype.ts";
import type { Graph } from "../ir/graph.ts";
import type { Model } from "./model.ts";

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
 * @throws ModelGaugeError `unknown-input` where an override names no input of the model; `invalid-input` and `invalid-dim` where it gives
 *   what is no type or size; whatever building throws
 */
export function buildModel(model: Model, bindings: Bindings, layerTypes: ReadonlyMap<string, LayerType>): BuiltModel {
  checkBindings(model, bindings);
  const dims = { ...dimsOfOverrides(model.inputs, bindings.inputs), ...bindings.dims };
  const { builder, record } = startGraph(model.name, layerTypes, { ...bindings, dims });
  const graph = model.build(builder);
  const { diagnostics, bound } = record();
  const unused = Object.keys(bindings.dims ?? {}).filter((name) => !Object.hasOwn(bound, name));
  const unknown = unused.map((name) => ({
    severity: "warning" as const,
    code: "unknown-dim",
    message: `the model has no dim "${name}"${listed(Object.keys(bound))}`,
  }));
  return { graph, diagnostics: [...unknown, ...diagnostics], bound };
}

/** The numbers that overridden inputs give to the named dims that the file declares for them; the first input counts. */
function dimsOfOverrides(declared: readonly DeclaredInput[], overrides: Bindings["inputs"] = {}): Readonly<Record<string, number>> {
  const found = declared.flatMap(({ name, shape }) => {
    const sizes = Object.hasOwn(overrides, name) ? overrides[name]!.shape : undefined;
    if (shape === undefined || sizes?.length !== shape.length) return [];
    return shape.flatMap((dim, axis) => (typeof dim === "string" ? [[dim, sizes[axis]!] as const] : []));
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
    const wrong = shape?.find((size) => !Number.isSafeInteger(size) || size < 0);
    if (wrong !== undefined)
      throw new ModelGaugeError({ code: "invalid-input", message: `input "${name}": sizes must be whole numbers from 0, not ${wrong}` });
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
