import { type Status, type Tensor, type ValueType } from "@modelgauge/core";
import { type JsonRecord, plainElements } from "./plain-value.ts";

/** A type as a document states it. */
export function writeType(type: ValueType): JsonRecord {
  switch (type.kind) {
    case "sequence":
      return {
        kind: "sequence",
        elements: type.elements?.map(writeType),
        element: type.element && writeType(type.element),
      };
    case "optional":
      return { kind: "optional", element: type.element && writeType(type.element), present: type.present };
    case "map":
      return { kind: "map", key: type.key, value: type.value && writeType(type.value) };
    default:
      return { dtype: type.dtype, shape: [...type.shape] };
  }
}

/** How surely something is known, where that is not exactly. */
export function writeStatus(status: Status): { readonly status?: Status } {
  return status === "exact" ? {} : { status };
}

/** The known elements of a tensor. */
export function writeValues({ values }: Pick<Tensor, "values">): JsonRecord {
  return values === undefined ? {} : { values: plainElements(values) };
}
