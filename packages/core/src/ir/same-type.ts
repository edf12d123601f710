import { sameShape } from "./shape.ts";
import { isTensorType, type ValueType } from "./value-type.ts";

/** Whether two values are of one type, sizes and lengths included. */
export function sameType(a: ValueType | undefined, b: ValueType | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (isTensorType(a) || isTensorType(b)) return isTensorType(a) && isTensorType(b) && a.dtype === b.dtype && sameShape(a.shape, b.shape);
  if (a.kind === "sequence" && b.kind === "sequence") {
    const alike = a.elements?.length === b.elements?.length && sameType(a.element, b.element);
    return alike && (a.elements ?? []).every((element, index) => sameType(element, b.elements![index]));
  }
  if (a.kind === "optional" && b.kind === "optional") return a.present === b.present && sameType(a.element, b.element);
  return a.kind === "map" && b.kind === "map" && a.key === b.key && sameType(a.value, b.value);
}
