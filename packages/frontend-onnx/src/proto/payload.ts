import { bitsOf, type DType, formatShape, ModelGaugeError } from "@modelgauge/core";
import { dtypeOf } from "./data-types.ts";
import type { PayloadSpan, TensorProto } from "./model-proto.ts";

/** Bytes of the longest number in a list of integers; the shortest has one. */
const LONGEST_VARINT = 10;

/** Name of a list that holds a tensor's elements. */
type PayloadList = "floatData" | "doubleData" | "int32Data" | "int64Data" | "uint64Data" | "stringData";

/** The list that holds elements of a type, where `rawData` does not. */
export function listOf(dtype: DType): PayloadList {
  switch (dtype) {
    case "float32":
    case "complex64":
      return "floatData";
    case "float64":
    case "complex128":
      return "doubleData";
    case "int64":
      return "int64Data";
    case "uint32":
    case "uint64":
      return "uint64Data";
    case "string":
      return "stringData";
    default:
      return "int32Data";
  }
}

/** How many entries of its list so many elements take: of complex types two each; of types narrower than a byte, one a byte. */
function entriesOf(dtype: DType, elements: number): number {
  const bits = bitsOf(dtype) ?? 8;
  return dtype.startsWith("complex") ? 2 * elements : bits < 8 ? Math.ceil((elements * bits) / 8) : elements;
}

/**
 * Requires that a tensor holds as many elements as its shape says, in memory or left in the file, or none at all: they may be in another
 * file, or stripped.
 *
 * @throws ModelGaugeError `onnx-malformed`
 */
export function checkPayload(tensor: TensorProto): void {
  const dtype = dtypeOf(tensor.dataType);
  if (dtype === undefined || bitsOf(dtype) === 6) return;
  const { dims, rawData, skipped } = tensor;
  const elements = dims.reduce<number>((count, dim) => count * Number(dim), 1);
  const rawBytes = skipped.findLast(({ field }) => field === "rawData")?.length ?? rawData?.length ?? 0;
  if (rawBytes > 0) {
    if (dtype === "string") throw mismatch(tensor, dtype, "strings cannot stand in raw data");
    const bytes = Math.ceil((elements * bitsOf(dtype)!) / 8);
    if (rawBytes !== bytes) throw mismatch(tensor, dtype, `${rawBytes} bytes of raw data instead of ${bytes}`);
    return;
  }
  const list = listOf(dtype);
  const spans = skipped.filter(({ field }) => field === list);
  const [fewest, most] = entriesIn(list, spans);
  const kept = tensor[list].length;
  if (kept + most === 0) return;
  const entries = entriesOf(dtype, elements);
  if (entries < kept + fewest) throw mismatch(tensor, dtype, `${kept + Math.ceil(fewest)} listed values instead of ${entries}`);
  if (entries > kept + most) throw mismatch(tensor, dtype, `${kept + Math.floor(most)} listed values instead of ${entries}`);
}

/** How many entries of a list were left in the file, at least and at most. */
function entriesIn(list: PayloadList, spans: readonly PayloadSpan[]): readonly [fewest: number, most: number] {
  const bytes = spans.reduce((sum, { length }) => sum + length, 0);
  if (list === "stringData") return [spans.length, spans.length];
  const width = list === "floatData" ? 4 : list === "doubleData" ? 8 : undefined;
  return width === undefined ? [bytes / LONGEST_VARINT, bytes] : [bytes / width, bytes / width];
}

function mismatch({ name, dims }: TensorProto, dtype: DType, what: string): ModelGaugeError {
  return new ModelGaugeError({ code: "onnx-malformed", message: `tensor "${name}" of ${dtype} ${formatShape(dims.map(Number))}: ${what}` });
}
