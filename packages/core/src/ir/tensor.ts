import type { DType } from "./dtype.ts";
import type { Status } from "./status.ts";
import type { ValueType } from "./value-type.ts";

/**
 * What a tensor is to the network. `weight` and `bias` are trained; `buffer` is learnt in another way (batch-norm running
 * statistics); `constant` is fixed, or follows from what is fixed; `input` and `activation` change with every run.
 */
export type Role = "input" | "weight" | "bias" | "buffer" | "constant" | "activation";

/** One element: bigint only for integers beyond ±2^53, string only in string tensors; bool is 0 or 1. */
export type Scalar = number | bigint | string;

/** Row-major elements of a small constant. */
export type Values = readonly Scalar[];

/** A value that flows between layers or is stored in the model. Two layers share a tensor when they hold the same object. */
export interface Tensor {
  readonly name: string;
  readonly role: Role;
  /** Absent where nothing describes the layer that produces it, and the file declares nothing. */
  readonly type?: ValueType | undefined;
  /** How surely sizes (and values) are known: data-dependent sizes are `at-most`. */
  readonly status: Status;
  /** Elements of small constants, which shape arithmetic needs. */
  readonly values?: Values | undefined;
  /** Bytes that the file stores, where they are not elements × bits of the dtype. */
  readonly bytes?: number | undefined;
  /** The dtype that memory holds its floating-point elements in, where a what-if precision makes it another than layers see. */
  readonly held?: DType | undefined;
  /** How many of its elements are not zero, where the stored values were read for that. */
  readonly nonzero?: number | undefined;
  /** Whether the model file stores it, rather than a layer or the caller producing it. */
  readonly stored: boolean;
}

/** Whether a tensor is the same in every run. */
export function isStatic({ role }: Tensor): boolean {
  return role !== "input" && role !== "activation";
}
