import { ModelGaugeError } from "@modelgauge/core";
import type { TensorProto } from "./model-proto.ts";

/** Where the elements of a tensor are, in another file. */
export interface ExternalData {
  /** As the model says it: a path relative to the model's, or anything a hostile file may name. Never to be opened unchecked. */
  readonly location: string;
  /** Bytes; absent where the file does not say, which means 0. */
  readonly offset?: number;
  /** Bytes; absent where the file does not say, which means up to the end. */
  readonly length?: number;
}

/**
 * Where a tensor says that its elements are; undefined where they are in the model file.
 *
 * @throws ModelGaugeError `onnx-malformed` where offset or length are no number of bytes
 */
export function externalDataOf(tensor: TensorProto): ExternalData | undefined {
  if (tensor.dataLocation !== 1) return undefined;
  const entries = new Map(tensor.externalData.map(({ key, value }) => [key, value]));
  const offset = bytesIn(tensor, "offset", entries.get("offset"));
  const length = bytesIn(tensor, "length", entries.get("length"));
  return { location: entries.get("location") ?? "", ...(offset !== undefined && { offset }), ...(length !== undefined && { length }) };
}

function bytesIn({ name }: TensorProto, key: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const bytes = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(bytes)) {
    throw new ModelGaugeError({
      code: "onnx-malformed",
      message: `tensor "${name}": ${key} "${value}" of its external data is no number of bytes`,
    });
  }
  return bytes;
}
