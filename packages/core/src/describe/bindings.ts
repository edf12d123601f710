import type { DType } from "../ir/dtype.ts";
import type { Values } from "../ir/tensor.ts";
import type { DeclaredDim } from "./declared.ts";

/** What the caller says of one input of the model, in place of what the file declares. */
export interface InputOverride {
  readonly dtype?: DType;
  /** Sizes, or names of dims to be bound; one that is left open becomes 1. */
  readonly shape?: readonly DeclaredDim[];
  /** Elements, row-major: makes a value-dependent shape known. */
  readonly values?: Values;
}

/** What-if element types: they take the place of the file's floating-point types. */
export interface Precision {
  /** What memory holds weights and biases in. */
  readonly weights?: DType;
  /** What layers compute in, and what memory holds inputs and activations in. */
  readonly activations?: DType;
  /** Those of some layers. Of several for the same layer, the last counts. */
  readonly layers?: readonly LayerPrecision[];
}

/** What-if element types of the layers that a pattern names. */
export interface LayerPrecision {
  /** A layer's name, its module path and name joined by dots, or its type; `*` stands for any characters: `encoder.*`, `layer-norm`. */
  readonly pattern: string;
  readonly weights?: DType;
  /** What these layers compute in, and what memory holds their outputs in. */
  readonly activations?: DType;
}

/** Under which sizes, inputs and precisions a model is described. */
export interface Bindings {
  /** Numbers for symbolic dims, by name. */
  readonly dims?: Readonly<Record<string, number>>;
  /** By the source's own names of the inputs. */
  readonly inputs?: Readonly<Record<string, InputOverride>>;
  readonly precision?: Precision;
}

/** What the caller says of an input; its name may be one that every object has. */
export function overrideOf({ inputs = {} }: Bindings, name: string): InputOverride | undefined {
  return Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}

/** A precision as people read it: `weights int8, encoder.* activations float16`. */
export function formatPrecision({ layers = [], ...all }: Precision): string {
  const words = (types: object, ...before: readonly string[]): readonly string[] =>
    Object.entries(types).map(([what, dtype]) => [...before, what, dtype].join(" "));
  return [...words(all), ...layers.flatMap(({ pattern, ...types }) => words(types, pattern))].join(", ");
}
