import { check, combine, type DeclaredDim, type Shape, type Status, type Operand } from "@modelgauge/core";
import type { TfjsOpContext } from "../op-translator.ts";
import { joinShapes, type ListContent } from "./handles.ts";

/** Sizes that an input tells of a list's elements: a vector, −1 for open ones; a scalar for an open rank. */
export function elementShape(operand: Operand | undefined): readonly DeclaredDim[] | undefined {
  if (operand?.numbers === undefined || operand.rank === 0) return undefined;
  return operand.numbers.map((size) => (size < 0 ? undefined : size));
}

/** The list behind a handle. */
export function listOf({ contentOf }: Pick<TfjsOpContext, "contentOf">, handle: Operand): ListContent | undefined {
  const content = contentOf(handle);
  check(content?.kind !== "table", () => `"${handle.name}" is no list`);
  return content;
}

/** Notes what an element of a list is like. */
export function learnElement(list: ListContent | undefined, shape: readonly DeclaredDim[] | undefined): void {
  if (list === undefined) return;
  const before = list.element.shape;
  list.element.varies ||= before?.length === shape?.length && before?.some((size, axis) => isOther(size, shape?.[axis])) === true;
  list.element.shape = joinShapes(before, shape);
}

/** Sizes of a list's elements, where all are known. */
export function knownShape(list: ListContent | undefined, told: readonly DeclaredDim[] | undefined): Shape | undefined {
  const shape = joinShapes(list?.element.shape, told);
  return shape === undefined || shape.includes(undefined) ? undefined : (shape as Shape);
}

/** How surely something of a list is known that depends on its length and on what all its elements are like. */
export function listStatus(list: ListContent | undefined): Status {
  return list === undefined ? "exact" : combine(list.status, elementStatus(list));
}

/** How surely the shape of an element is known. */
export function elementStatus(list: ListContent | undefined): Status {
  return list?.element.varies === true ? "estimate" : "exact";
}

function isOther(a: DeclaredDim, b: DeclaredDim): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
