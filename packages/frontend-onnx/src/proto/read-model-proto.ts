import { ModelGaugeError, type Source } from "@modelgauge/core";
import { Decoder } from "./decode.ts";
import type { GraphProto, ModelProto } from "./model-proto.ts";
import { foreignFormat, HEAD_BYTES, textFormat } from "./recognise.ts";
import { MODEL_SCHEMA } from "./schema.ts";
import { SourceWindow } from "./source-window.ts";
import { WireFault, WireReader } from "./wire-reader.ts";

/**
 * Reads the structure of an ONNX file. Elements of large tensors stay in the file: all that is kept of them is where they are.
 *
 * @throws ModelGaugeError, naming the file: `onnx-not-onnx` where it is something else, `onnx-truncated` where it ends too early,
 *   `onnx-malformed` where it breaks the rules of the format (naming the byte and the field) or has no graph, `onnx-limit` where its
 *   messages are nested too deep or take more than 512 MiB
 */
export async function readModelProto(source: Source): Promise<ModelProto & { readonly graph: GraphProto }> {
  const { name, size } = source;
  const head = await source.read(0, Math.min(size, HEAD_BYTES));
  const foreign = foreignFormat(head);
  if (foreign !== undefined) throw notOnnx(name, foreign);

  const reader = new WireReader();
  const window = new SourceWindow(source, reader);
  const decoder = new Decoder(reader);
  const model: Record<string, unknown> = { ...MODEL_SCHEMA.empty };
  const decoding = decoder.fields(MODEL_SCHEMA, model, size);
  try {
    for (let wanted = decoding.next(); wanted.done !== true; wanted = decoding.next()) await window.fill(wanted.value);
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
    throw asForeign(decoder, head, name) ?? explain(error, decoder, source);
  }
  if (model["graph"] === undefined) {
    throw (
      asForeign(decoder, head, name) ?? new ModelGaugeError({ code: "onnx-malformed", message: `${name}: the ONNX model has no graph` })
    );
  }
  return model as unknown as ModelProto & { readonly graph: GraphProto };
}

/** Of a file that could not be read: says that it is something else, if so. */
function asForeign({ knowsAny }: Decoder, head: Uint8Array, name: string): ModelGaugeError | undefined {
  const reason = textFormat(head) ?? (knowsAny ? undefined : "it does not begin as a model does");
  return reason === undefined ? undefined : notOnnx(name, reason);
}

function notOnnx(name: string, reason: string): ModelGaugeError {
  return new ModelGaugeError({ code: "onnx-not-onnx", message: `${name}: not an ONNX file: ${reason}` });
}

function explain({ kind, message, offset }: WireFault, { atTop, place }: Decoder, { name, size }: Source): ModelGaugeError {
  if (kind === "cut-off" && atTop) {
    return new ModelGaugeError({
      code: "onnx-truncated",
      message: `${name}: truncated: the file ends at byte ${size}, in the middle of ${place || "a field"}`,
    });
  }
  const where = `at byte ${offset}${place && `, ${place}`}`;
  return kind === "limit"
    ? new ModelGaugeError({ code: "onnx-limit", message: `${name}: too much to read ${where}: ${message}` })
    : new ModelGaugeError({ code: "onnx-malformed", message: `${name}: malformed ${where}: ${message}` });
}
