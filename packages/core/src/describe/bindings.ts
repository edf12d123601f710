import type { DType } from "../ir/dtype.ts";
import type { Shape } from "../ir/shape.ts";
import type { Values } from "../ir/tensor.ts";

/** What the caller says of one input of the model, in place of what the file declares. */
export interface InputOverride {
  readonly dtype?: DType;
  readonly shape?: Shape;
  /** Elements, row-major: makes a value-dependent shape known. */
  readonly values?: Values;
}

/** What-if element types: they replace the floating-point types of the file. */
export interface Precision {
  readonly weights?: DType;
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
