import type { DType } from "./dtype.ts";
import type { MatrixProduct } from "./matrix-product.ts";
import type { Status } from "./status.ts";
import type { ValueType } from "./value-type.ts";
import type { Work } from "./work.ts";

/** Type of an output; `status` where its sizes depend on data: an upper bound is `at-most`. */
export type OutputType = ValueType & { readonly status?: Status };

/**
 * An output that needs no memory of its own. `view`: the input's memory under another shape or name; `in-place`: each element
 * replaces the element of the input that it is computed from.
 */
export interface Alias {
  readonly output: number;
  readonly input: number;
  readonly kind: "view" | "in-place";
}

/** Bytes that one run reads and writes, where that is not each operand once. */
export interface Traffic {
  readonly read?: number;
  readonly write?: number;
}

/** What one run of a layer produces and costs: everything that a metric may read. */
export interface Description {
  readonly outputs: readonly OutputType[];
  readonly work: Work;
  /** How the multiply-accumulates of `work` are arranged, all of them, where they are products of matrices. */
  readonly products?: readonly MatrixProduct[];
  /** The dtype that the arithmetic executes in, where it is not the first input's. */
  readonly compute?: DType;
  readonly traffic?: Traffic;
  readonly aliases?: readonly Alias[];
  /** How surely the work is known, where it depends on data. */
  readonly status?: Status;
}
