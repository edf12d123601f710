import type { DType } from "./dtype.ts";
import { formatShape, type Shape } from "./shape.ts";

/** A tensor's element type and sizes. */
export interface TensorType {
  readonly kind?: "tensor";
  readonly dtype: DType;
  readonly shape: Shape;
}

/** A list of values. `elements` where its length is known; else `element`, the type that all of them share, where that is known. */
export interface SequenceType {
  readonly kind: "sequence";
  readonly elements?: readonly ValueType[];
  readonly element?: ValueType;
}

/** A value that may be absent. `present` where that is known. */
export interface OptionalType {
  readonly kind: "optional";
  readonly element?: ValueType;
  readonly present?: boolean;
}

/** A dictionary from keys of one type to values of one type. */
export interface MapType {
  readonly kind: "map";
  readonly key: DType;
  readonly value?: ValueType;
}

/** Type of anything that flows between layers. */
export type ValueType = TensorType | SequenceType | OptionalType | MapType;

/** Whether a value is a tensor. */
export function isTensorType(type: ValueType): type is TensorType {
  return type.kind === undefined || type.kind === "tensor";
}

/** The tensors that a value holds: itself, or those of a sequence or optional; undefined where their number or a type is not known. */
export function tensorTypes(type: ValueType): readonly TensorType[] | undefined {
  if (isTensorType(type)) return [type];
  if (type.kind === "sequence") return type.elements === undefined ? undefined : concatenated(type.elements.map(tensorTypes));
  if (type.kind === "map" || type.present === undefined) return undefined;
  if (!type.present) return [];
  return type.element && tensorTypes(type.element);
}

function concatenated(lists: readonly (readonly TensorType[] | undefined)[]): readonly TensorType[] | undefined {
  return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

/** A type as people write it: `float32 1×3×224×224`, `sequence of 3`, `optional`. */
export function formatType(type: ValueType): string {
  if (isTensorType(type)) return `${type.dtype} ${formatShape(type.shape)}`;
  if (type.kind === "sequence" && type.elements) return `sequence of ${type.elements.length}`;
  return type.kind;
}
