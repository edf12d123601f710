import { FIELD_TABLE, type FieldLabel, type Messages, type ScalarKind } from "./field-table.ts";
import { WIRE_TYPE } from "./wire-reader.ts";

/** One field of a message. */
export interface FieldSchema {
  readonly number: number;
  /** The property that holds it. */
  readonly key: string;
  readonly repeated: boolean;
  /** Properties that setting it unsets: the other members of its oneof. */
  readonly excludes: readonly string[];
  /** Left in the file where it is large. */
  readonly payload: boolean;
  /** What each value is: a scalar, or a message. */
  readonly kind: ScalarKind | MessageSchema;
}

/** One message: {@link FIELD_TABLE}, linked for readers. */
export interface MessageSchema {
  readonly name: keyof Messages;
  readonly fields: readonly FieldSchema[];
  /** The same fields, by field number. */
  readonly byNumber: readonly (FieldSchema | undefined)[];
  /** A message in which no field is written; copy it. */
  readonly empty: Readonly<Record<string, unknown>>;
}

/** What an absent list is. Shared and frozen. */
export const NO_VALUES: readonly unknown[] = Object.freeze([]);

interface Unlinked extends MessageSchema {
  readonly fields: FieldSchema[];
  readonly byNumber: (FieldSchema | undefined)[];
  readonly empty: Record<string, unknown>;
}

const schemas = new Map<string, Unlinked>();
for (const name of Object.keys(FIELD_TABLE) as (keyof Messages)[]) schemas.set(name, { name, fields: [], byNumber: [], empty: {} });

for (const { name, fields, byNumber, empty } of schemas.values()) {
  const entries: Record<string, readonly [number, ScalarKind | keyof Messages, FieldLabel?]> = FIELD_TABLE[name];
  const oneof = Object.keys(entries).filter((key) => entries[key]?.[2] === "oneof");
  for (const [key, [number, kind, label]] of Object.entries(entries)) {
    const repeated = label === "repeated" || label === "payloads";
    const payload = label === "payload" || label === "payloads";
    const excludes = label === "oneof" ? oneof.filter((other) => other !== key) : [];
    const field = { number, key, repeated, payload, excludes, kind: schemas.get(kind) ?? (kind as ScalarKind) };
    fields.push(field);
    byNumber[number] = field;
    if (repeated) empty[key] = NO_VALUES;
    else if (label === undefined) empty[key] = kind === "string" ? "" : 0;
    if (payload) empty["skipped"] = NO_VALUES;
  }
}

/** A whole file. */
export const MODEL_SCHEMA: MessageSchema = schemas.get("ModelProto" satisfies keyof Messages)!;

const NATIVE_WIRE_TYPE: Readonly<Record<ScalarKind, number>> = {
  string: WIRE_TYPE.length,
  bytes: WIRE_TYPE.length,
  int32: WIRE_TYPE.varint,
  int64: WIRE_TYPE.varint,
  uint64: WIRE_TYPE.varint,
  float: WIRE_TYPE.fixed32,
  double: WIRE_TYPE.fixed64,
};

/** Whether a field may be written so; protobuf has readers skip it otherwise. Lists of numbers may be packed. */
export function acceptsWireType({ kind, repeated }: FieldSchema, wireType: number): boolean {
  const native = typeof kind === "string" ? NATIVE_WIRE_TYPE[kind] : WIRE_TYPE.length;
  return wireType === native || (repeated && wireType === WIRE_TYPE.length);
}

/** One step of a place in a model, by the names of onnx.proto: `op_type`, or `node[12]` with an index. */
export function stepName({ key }: FieldSchema, index: number | undefined): string {
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return index === undefined ? name : `${name}[${index}]`;
}
