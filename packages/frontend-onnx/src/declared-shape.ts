import { isTensorType, type Shape, type ValueType } from "@modelgauge/core";

/** The sizes that a file declares of an output, where it declares a tensor. */
export function declaredShape(type: ValueType | undefined): Shape | undefined {
  return type !== undefined && isTensorType(type) ? type.shape : undefined;
}
