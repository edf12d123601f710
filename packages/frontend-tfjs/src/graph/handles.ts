import type { DeclaredDim, DType, Status, Tensor } from "@modelgauge/core";

/** What a handle stands for. It changes as layers are added: writers tell what elements are like. */
export type HandleContent = ListContent | TableContent;

/** A list of tensors of one type. */
export interface ListContent {
  readonly kind: "list";
  readonly length: number | undefined;
  /** How surely the length is known. */
  readonly status: Status;
  readonly element: ElementContent;
}

/** What is known of a list's elements; shared by all handles of one list. */
export interface ElementContent {
  dtype: DType;
  /** undefined where the rank is open, and for a size that is. */
  shape: readonly DeclaredDim[] | undefined;
  /** Whether elements were put in that differ in a size: `shape` is the last one's. */
  varies?: boolean;
}

/** A table from keys to values. */
export interface TableContent {
  readonly kind: "table";
  readonly value: DType;
  length: number | undefined;
}

/** What is behind the handles of a model. */
export class Handles {
  readonly #contents = new WeakMap<Tensor, HandleContent>();

  get(handle: Tensor): HandleContent | undefined {
    return this.#contents.get(handle);
  }

  set(handle: Tensor, content: HandleContent): void {
    this.#contents.set(handle, content);
  }
}

/** The sizes that either tells; undefined for both open. Where they contradict one another, the second. */
export function joinShapes(
  a: readonly DeclaredDim[] | undefined,
  b: readonly DeclaredDim[] | undefined,
): readonly DeclaredDim[] | undefined {
  if (a === undefined || b === undefined || a.length !== b.length) return b ?? a;
  return b.map((size, axis) => size ?? a[axis]);
}
