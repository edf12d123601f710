/* oxlint-disable no-control-regex -- the signatures of binary files are made of control characters */
import { acceptsWireType, MODEL_SCHEMA } from "./schema.ts";
import { WIRE_TYPE, WireFault, WireReader } from "./wire-reader.ts";

/** How many of a file's first bytes tell what it is. */
export const HEAD_BYTES = 512;

/** What files begin with, as Latin-1, and the words for it; these go on after `model.onnx: not an ONNX file: `. */
type Signature = readonly [RegExp, string];

const BINARY: readonly Signature[] = [
  [/^$/, "it is empty"],
  [/^PK(\x03\x04|\x05\x06)/, "the first bytes are a ZIP archive's (a PyTorch checkpoint? export it to ONNX first)"],
  [/^.{4}TFL3/s, "it is a TensorFlow Lite model (convert it with tf2onnx first)"],
  [/^.{4}ORTM/s, "it is in ONNX Runtime's own ORT format (take the ONNX model that it was made from)"],
  [/^\x89HDF\r\n\x1a\n/, "it is an HDF5 file (a Keras model? convert it with tf2onnx or tensorflowjs first)"],
  [/^GGUF/, "it is a GGUF file (weights without a graph)"],
  [/^.{5}\0{3}\{"/s, "it is a safetensors file (weights without a graph; export the model to ONNX first)"],
  [/^\x80[\x02-\x05]/, "it is a Python pickle (a PyTorch checkpoint? export it to ONNX first)"],
  [/^\x93NUMPY/, "it is a NumPy array"],
  [/^(\x1f\x8b|\x28\xb5\x2f\xfd|\xfd7zXZ\0|BZh[1-9]|7z\xbc\xaf|.{257}ustar)/s, "it is a compressed file or an archive (unpack it first)"],
  // Both begin with a small number in field 1 and a message in field 2, where an ONNX model has the text of its producer's name.
  [/^\x08[\x01-\x10]\x12[\x80-\xff]*[\0-\x7f]\n/, "it is a TensorFlow SavedModel or a Core ML model (convert it to ONNX first)"],
];

const JSON_TEXT = "it is JSON text";

const TEXT: readonly Signature[] = [
  [/^version https:\/\/git-lfs/, "it is a Git LFS pointer, not the model itself (run `git lfs pull`)"],
  [
    /^\s*<?\s*(ir_version|opset_import|producer_name|graph|domain)\s*[:{]/,
    "it is an ONNX model in text form (only the binary form is read)",
  ],
  [/^\s*</, "it is an HTML or XML document (a failed download?)"],
  [/^\s*[{[]/, JSON_TEXT],
  [/^/, "it is text"],
];

/**
 * Which format a file is of that no ONNX file can be taken for: words to go on after "not an ONNX file: "; undefined where there is none.
 *
 * @param head the file's first {@link HEAD_BYTES} or more, or all of a shorter file
 */
export function foreignFormat(head: Uint8Array): string | undefined {
  return matching(BINARY, head);
}

/** What sort of text a file is, in the words of {@link foreignFormat}; undefined where it is none. */
export function textFormat(head: Uint8Array): string | undefined {
  return isText(head) ? matching(TEXT, head) : undefined;
}

/**
 * Whether a file is to be read as ONNX: where it begins as a model does, or where it only bears the name of one, so that the reader
 * says what it is instead. JSON under such a name is left to others.
 */
export function recognisesOnnx(head: Uint8Array, name: string): boolean {
  const text = textFormat(head);
  if (foreignFormat(head) === undefined && text === undefined && beginsAsModel(head)) return true;
  return /\.(onnx|onnxtxt|ort)$/i.test(name) && text !== JSON_TEXT;
}

function matching(signatures: readonly Signature[], head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  return signatures.find(([pattern]) => pattern.test(text))?.[1];
}

function isText(head: Uint8Array): boolean {
  try {
    // A character that the head's end cuts in two is no fault: "stream".
    return !/[\0-\x08\x0e-\x1f\x7f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true }));
  } catch {
    return false;
  }
}

/** Whether the head holds a graph, or the beginnings of two fields, and nothing that is no field of a model. */
function beginsAsModel(head: Uint8Array): boolean {
  const reader = new WireReader();
  reader.load(head, 0);
  let fields = 0;
  try {
    while (reader.buffered > 0) {
      const tag = Number(reader.uint64());
      const field = MODEL_SCHEMA.byNumber[Math.floor(tag / 8)];
      if (field === undefined || !acceptsWireType(field, tag % 8)) return false;
      if (field.key === "graph" || ++fields === 2) return true;
      const value = Number(reader.uint64());
      if (tag % 8 === WIRE_TYPE.length) reader.skip(value);
    }
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
  }
  return false;
}
