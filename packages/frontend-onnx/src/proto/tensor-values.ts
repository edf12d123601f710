import { bitsOf, type DType, type Scalar } from "@modelgauge/core";
import { dtypeOf } from "./data-types.ts";
import { exactInt } from "./exact-int.ts";
import { decodeFloat } from "./float-formats.ts";
import type { TensorProto } from "./model-proto.ts";
import { checkPayload, listOf } from "./payload.ts";

/**
 * The elements that a tensor holds, row-major; bool as 0 and 1, integers beyond ±2^53 as bigint. Undefined where they are not in
 * memory (in another file, left in the file, or stripped) and for complex, six-bit and unknown element types.
 *
 * @throws ModelGaugeError `onnx-malformed` where the tensor holds more or fewer elements than its shape says
 */
export function tensorValues(tensor: TensorProto): Scalar[] | undefined {
  const dtype = dtypeOf(tensor.dataType);
  if (dtype === undefined || dtype.startsWith("complex") || bitsOf(dtype) === 6 || tensor.dataLocation !== 0 || tensor.skipped.length > 0)
    return undefined;

  checkPayload(tensor);
  const elements = tensor.dims.reduce<number>((count, dim) => count * Number(dim), 1);
  const { rawData } = tensor;
  if (rawData !== undefined && rawData.length > 0) return fromBytes(rawData, dtype, elements);

  const listed: readonly Scalar[] = tensor[listOf(dtype)];
  if (listed.length === 0 && elements !== 0) return undefined;
  const bits = bitsOf(dtype) ?? 8;
  if (bits < 8) return fromBytes(Uint8Array.from(listed as number[]), dtype, elements);
  return dtype === "string" || bits >= 32 ? [...listed] : listed.map((code) => fromCode(dtype, Number(code)));
}

function fromBytes(bytes: Uint8Array, dtype: DType, elements: number): Scalar[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: elements }, (_, index) => fromView(view, dtype, index));
}

function fromView(view: DataView, dtype: DType, index: number): Scalar {
  switch (dtype) {
    case "float64":
      return view.getFloat64(8 * index, true);
    case "float32":
      return view.getFloat32(4 * index, true);
    case "int64":
      return exactInt(view.getBigInt64(8 * index, true));
    case "uint64":
      return exactInt(view.getBigUint64(8 * index, true));
    case "int32":
      return view.getInt32(4 * index, true);
    case "uint32":
      return view.getUint32(4 * index, true);
    default:
      return fromCode(dtype, codeAt(view, bitsOf(dtype)!, index));
  }
}

/** The bits of one element of at most 16; narrow ones fill each byte from its lowest bit. */
function codeAt(view: DataView, bits: number, index: number): number {
  if (bits === 16) return view.getUint16(2 * index, true);
  const at = bits * index;
  return view.getUint8(at >> 3) >> (at & 7);
}

/** The element that the lowest bits of a code stand for, in a type of at most 16 bits. */
function fromCode(dtype: DType, code: number): number {
  const unused = 32 - bitsOf(dtype)!;
  if (dtype.startsWith("int")) return (code << unused) >> unused;
  const unsigned = (code << unused) >>> unused;
  return dtype === "bool" ? Number(unsigned !== 0) : (decodeFloat(dtype, unsigned) ?? unsigned);
}
