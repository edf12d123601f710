import { type DType, isDType, isInteger, type Operand } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import type { TfjsLayerContext } from "../layer-translator.ts";

/**
 * Arguments of a call of Keras 3 in order, those that stand in lists too; numbers, lists of numbers and arrays are constants.
 *
 * @param other what numbers are combined with
 */
export function callOperands(
  { inputs, call, constant }: TfjsLayerContext,
  other: DType = inputs[0]?.dtype ?? "float32",
): readonly Operand[] {
  const given: readonly JsonValue[] = call.isObject ? call.at("args").items() : [];
  const tensors = [...inputs];
  const read = (argument: JsonValue): readonly (Operand | undefined)[] => {
    if (argument.isObject) {
      const config = argument.at("config");
      if (argument.at("class_name").value === "__keras_tensor__") return [tensors.shift()];
      const dtype = config.isObject ? config.at("dtype").value : undefined;
      return typeof dtype === "string" && isDType(dtype) ? [constant(dtype, shapeOf(config.at("value")))] : [];
    }
    if (argument.isList && !isNumbers(argument)) return argument.items().flatMap(read);
    return argument.isPresent && isNumbers(argument) ? [constant(numberDtype(argument, other), shapeOf(argument))] : [];
  };
  return [...given.flatMap(read), ...tensors].filter((operand) => operand !== undefined);
}

function isNumbers(value: JsonValue): boolean {
  if (value.isList) return value.items().every(isNumbers);
  return typeof value.value === "number" || typeof value.value === "boolean";
}

/** A number takes the dtype of what it is combined with, where that can hold it. */
function numberDtype(value: JsonValue, other: DType): DType {
  if (value.isList) return value.items().some((each) => numberDtype(each, "int32") === "float32") ? "float32" : "int32";
  return isInteger(other) && !Number.isInteger(Number(value.value)) ? "float32" : other;
}

function shapeOf(value: JsonValue): readonly number[] {
  if (!value.isList) return [];
  const [first] = value.items();
  return [value.items().length, ...(first === undefined ? [] : shapeOf(first))];
}
