import { ModelGaugeError } from "@modelgauge/core";
import { NESTING_LIMIT } from "./decode.ts";
import { exactInt } from "./exact-int.ts";
import type { ScalarKind } from "./field-table.ts";
import type { GraphProto, ModelProto } from "./model-proto.ts";
import { type FieldSchema, type MessageSchema, MODEL_SCHEMA, stepName } from "./schema.ts";

/**
 * Whether an object looks like a model that a protobuf library has decoded, or that is written in its form: `onnx-proto`'s
 * `IModelProto`.
 */
export function isModelProtoObject(object: object): boolean {
  const { graph, opsetImport, irVersion } = object as Record<string, unknown>;
  return typeof graph === "object" && graph !== null && (Array.isArray(opsetImport) || (irVersion !== undefined && irVersion !== null));
}

/**
 * Copies a model as protobuf libraries hold it into this package's form: fields that are absent, null or only on the prototype get
 * their defaults, 64-bit integers may be numbers, bigints or `Long`, bytes any array of bytes. Memory of bytes is shared, not copied.
 *
 * @throws ModelGaugeError `onnx-malformed`, naming the field, where a value is of another type or there is no graph; `onnx-limit`
 *   where messages are nested too deep
 */
export function fromModelProto(object: object): ModelProto & { readonly graph: GraphProto } {
  const model = normalise(MODEL_SCHEMA, object, undefined);
  if (model["graph"] === undefined)
    throw new ModelGaugeError({ code: "onnx-malformed", message: "model object: the ONNX model has no graph" });
  return model as unknown as ModelProto & { readonly graph: GraphProto };
}

/** A field, or an element of a list. */
interface Place {
  readonly parent: Place | undefined;
  readonly depth: number;
  readonly field: FieldSchema;
  readonly index: number | undefined;
}

function normalise(schema: MessageSchema, object: unknown, place: Place | undefined): Record<string, unknown> {
  if (typeof object !== "object" || object === null) throw malformed(place, "is no message");
  const depth = (place?.depth ?? 0) + 1;
  if (depth > NESTING_LIMIT) {
    throw new ModelGaugeError({
      code: "onnx-limit",
      message: `model object: messages stand more than ${NESTING_LIMIT} deep in one another`,
    });
  }
  const message = { ...schema.empty };
  for (const field of schema.fields) {
    const value: unknown = Object.hasOwn(object, field.key) ? (object as Record<string, unknown>)[field.key] : undefined;
    if (value === undefined || value === null) continue;
    const { kind } = field;
    const convert = (one: unknown, index?: number): unknown => {
      if (typeof kind !== "string") return normalise(kind, one, { parent: place, depth, field, index });
      const converted = scalar(kind, one);
      if (converted === undefined) throw malformed({ parent: place, depth, field, index }, `is no ${kind}`);
      return converted;
    };
    if (!field.repeated) message[field.key] = convert(value);
    else if (!isList(value)) throw malformed({ parent: place, depth, field, index: undefined }, "is no list");
    else if (value.length > 0) message[field.key] = Array.from(value, convert);
  }
  return message;
}

/** The value in this package's form; undefined where it is of another kind. */
function scalar(kind: ScalarKind, value: unknown): string | Uint8Array | number | bigint | undefined {
  switch (kind) {
    case "string":
      return typeof value === "string" ? value : isBytes(value) ? utf8.decode(Uint8Array.from(value)) : undefined;
    case "bytes":
      // A Buffer is seen as what it extends: it behaves otherwise in places.
      if (value instanceof Uint8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return isBytes(value) ? Uint8Array.from(value) : undefined;
    case "int64":
    case "uint64":
      if (typeof value === "bigint") return exactInt(value);
      if (isLong(value)) return exactInt(fromLong(value));
      return Number.isInteger(value) ? (value as number) : undefined;
    case "int32":
      return Number.isInteger(value) ? (value as number) : undefined;
    default:
      return typeof value === "number" ? value : undefined;
  }
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isBytes(value: unknown): value is ArrayLike<number> {
  return value instanceof Uint8Array || (Array.isArray(value) && value.every((byte) => Number.isInteger(byte)));
}

/** A 64-bit integer of the `long` package. */
interface Long {
  readonly low: number;
  readonly high: number;
  readonly unsigned: boolean;
}

function isLong(value: unknown): value is Long {
  return typeof value === "object" && value !== null && typeof (value as Long).low === "number" && typeof (value as Long).high === "number";
}

function fromLong({ low, high, unsigned }: Long): bigint {
  const bits = (BigInt(high) << 32n) | BigInt(low >>> 0);
  return unsigned ? BigInt.asUintN(64, bits) : bits;
}

function malformed(place: Place | undefined, what: string): ModelGaugeError {
  const steps: string[] = [];
  for (let step = place; step !== undefined; step = step.parent) steps.unshift(stepName(step.field, step.index));
  return new ModelGaugeError({ code: "onnx-malformed", message: `model object: ${steps.join(".")} ${what}` });
}
