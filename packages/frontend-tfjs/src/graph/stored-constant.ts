import { check, product, type Shape, type StoredTensor, VALUES_LIMIT, type Values } from "@modelgauge/core";
import type { WeightEntry } from "../artifacts/weight-manifest.ts";
import type { JsonValue } from "../json/json-value.ts";
import { type Claim, storedRole } from "./claims.ts";
import type { GraphNode } from "./graph-def.ts";
import { dtypeOfTf } from "./tf-dtype.ts";
import { declaredShape, TfNode, wholeNumber } from "./tf-node.ts";

/** Bytes of an element, as TensorFlow writes tensors into a graph. */
const READERS: Readonly<Record<string, { readonly bytes: number; readonly read: (view: DataView, at: number) => number }>> = {
  DT_FLOAT: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  DT_DOUBLE: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  DT_INT32: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  DT_INT64: { bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
  DT_UINT8: { bytes: 1, read: (view, at) => view.getUint8(at) },
  DT_INT8: { bytes: 1, read: (view, at) => view.getInt8(at) },
  DT_INT16: { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  DT_UINT16: { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  DT_BOOL: { bytes: 1, read: (view, at) => view.getUint8(at) },
};

/** Fields in which a graph may write elements one by one. */
const VALUE_FIELDS = [
  "intVal",
  "int64Val",
  "floatVal",
  "doubleVal",
  "boolVal",
  "int_val",
  "int64_val",
  "float_val",
  "double_val",
  "bool_val",
];

/**
 * The tensor of a Const node: as the manifest has it, else as the node tells.
 *
 * @param values the elements that were read of the weight files
 * @throws ModelGaugeError `invalid-layer` where neither tells its type
 */
export function storedConstant(
  node: GraphNode,
  name: string,
  entry: WeightEntry | undefined,
  values: Values | undefined,
  claim: Claim | undefined,
): StoredTensor {
  if (entry !== undefined) {
    const { dtype, shape, quantization, bytes } = entry;
    const role = storedRole(claim, dtype, product(shape));
    return { name, dtype, shape, role, values, bytes: quantization && bytes };
  }
  const view = new TfNode(node);
  const tensor = view.tensor("value");
  const dtype = dtypeOfTf(tensor.at("dtype").value) ?? view.dtype("dtype");
  const shape = declaredShape(tensor.at("tensorShape").isPresent ? tensor.at("tensorShape") : tensor.at("tensor_shape")) ?? [];
  check(!shape.includes(undefined), "the size of its value is open");
  const sizes = shape as Shape;
  return { name, dtype, shape: sizes, role: storedRole(claim, dtype, product(sizes)), values: inlineValues(tensor, product(sizes)) };
}

/** Elements that the graph itself holds; one stands for all. */
function inlineValues(tensor: JsonValue, count: number): Values | undefined {
  if (count > VALUES_LIMIT) return undefined;
  for (const field of VALUE_FIELDS) {
    const items = tensor.at(field).isList ? tensor.at(field).items() : [];
    if (items.length === 0) continue;
    const values = items.map((item) =>
      typeof item.value === "boolean" ? Number(item.value) : typeof item.value === "number" ? item.value : wholeNumber(item, 0),
    );
    return Array.from({ length: count }, (_, index) => values[Math.min(index, values.length - 1)]!);
  }
  const content = tensor.at("tensorContent").isPresent ? tensor.at("tensorContent") : tensor.at("tensor_content");
  const type = tensor.at("dtype").value;
  const reader = typeof type === "string" && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (typeof content.value !== "string" || reader === undefined) return undefined;
  const bytes = bytesOfBase64(content.value);
  if (bytes === undefined || bytes.byteLength < count * reader.bytes) return undefined;
  const view = new DataView(bytes.buffer);
  return Array.from({ length: count }, (_, index) => reader.read(view, index * reader.bytes));
}

function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.codePointAt(0)!);
  } catch {
    return undefined;
  }
}
