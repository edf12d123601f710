import type { DType } from "../ir/dtype.ts";
import type { Shape } from "../ir/shape.ts";
import type { Role, Values } from "../ir/tensor.ts";
import type { ValueType } from "../ir/value-type.ts";

/** A dimension as a file declares it: a size, a name to be bound, or nothing. */
export type DeclaredDim = number | string | undefined;

/** An input as a file declares it. */
export interface DeclaredInput {
  readonly name: string;
  /** Absent for sequences, optionals and maps: see `type`. */
  readonly dtype?: DType | undefined;
  /** Absent where the file does not tell the rank. */
  readonly shape?: readonly DeclaredDim[] | undefined;
  /** Type of an input that is no tensor. */
  readonly type?: ValueType | undefined;
  /** Whether the file stores a value that it takes where the caller gives none. */
  readonly hasDefault?: boolean;
}

/** A tensor that the model file stores. */
export interface StoredTensor {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly role: Exclude<Role, "input" | "activation">;
  readonly values?: Values | undefined;
  readonly bytes?: number | undefined;
  /** How many of its elements are not zero, where that is known. */
  readonly nonzero?: number | undefined;
}
