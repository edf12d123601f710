import type { ScalarKind } from "./field-table.ts";
import type { Int, PayloadSpan } from "./model-proto.ts";
import { PayloadLimit } from "./payload-limit.ts";
import { acceptsWireType, type FieldSchema, type MessageSchema, NO_VALUES, stepName } from "./schema.ts";
import { HEADER_BYTES, WIRE_TYPE, WireFault, type WireReader } from "./wire-reader.ts";

/** How deep messages may stand in one another. A graph in a graph is three levels: graph, node, attribute. */
export const NESTING_LIMIT = 320;

/** What a model's structure may take in memory, in bytes, roughly: all but what stays in the file. */
const STRUCTURE_LIMIT = 2 ** 29;
const MESSAGE_COST = 100;
const VALUE_COST = 8;

type Message = Record<string, unknown>;

/**
 * Asks for bytes: before it goes on, the reader must have so many from its position on, or all that there are. Thus decoding waits
 * only where bytes are missing, and is an ordinary synchronous run everywhere else.
 */
export type Decoding = Generator<number, void, void>;

/**
 * Decodes one file. Follows the rules of protobuf: the last value of a field counts, the parts of a message are merged, lists may be
 * packed or not, unknown fields are skipped, and so are known ones of another wire type.
 */
export class Decoder {
  readonly #reader: WireReader;
  readonly #payloads = new PayloadLimit();
  readonly #path: { readonly field: FieldSchema; readonly index: number | undefined }[] = [];
  #depth = 0;
  #structure = 0;
  #knowsAny = false;

  constructor(reader: WireReader) {
    this.#reader = reader;
  }

  /** Where decoding is, or where it failed: `graph.node[12].attribute[0]`, by the names of onnx.proto; empty at the top level. */
  get place(): string {
    const steps = this.#path.map(({ field, index }) => stepName(field, index));
    return (steps.length <= 12 ? steps : [...steps.slice(0, 6), "…", ...steps.slice(-3)]).join(".");
  }

  /** Whether decoding is among the fields of the top-level message, not deeper. */
  get atTop(): boolean {
    return this.#depth === 1;
  }

  /** Whether any field was one that the schema knows. */
  get knowsAny(): boolean {
    return this.#knowsAny;
  }

  /**
   * Decodes the fields from the reader's position to `end`, an offset in the file, into a message.
   *
   * @throws WireFault where the bytes are no protobuf, or too much of it
   */
  *fields(schema: MessageSchema, message: Message, end: number): Decoding {
    const reader = this.#reader;
    if (++this.#depth > NESTING_LIMIT)
      throw new WireFault("limit", reader.position, `messages stand more than ${NESTING_LIMIT} deep in one another`);
    while (reader.position < end) {
      if (this.#lacksHeader(end)) yield HEADER_BYTES;
      const tag = this.#tag();
      const wireType = tag & 7;
      const field = schema.byNumber[tag >>> 3];
      if (field === undefined || !acceptsWireType(field, wireType)) {
        yield* this.#skip(tag, end);
        continue;
      }
      this.#knowsAny = true;
      this.#path.push({ field, index: field.repeated ? (message[field.key] as unknown[]).length : undefined });
      const length = wireType === WIRE_TYPE.length ? this.#length(end) : undefined;
      if (typeof field.kind !== "string") {
        this.#take(MESSAGE_COST);
        yield* this.fields(field.kind, submessage(field, field.kind, message), reader.position + length!);
      } else if (length === undefined) {
        this.#take(VALUE_COST);
        set(field, message, this.#number(field.kind, end));
      } else if (field.payload && !this.#payloads.keeps(length)) {
        this.#take(MESSAGE_COST);
        append(message, "skipped", { field: field.key, offset: reader.position, length } satisfies PayloadSpan);
        reader.skip(length);
      } else {
        this.#take(VALUE_COST + length);
        if (reader.buffered < length) yield length;
        this.#contents(field, field.kind, message, length);
      }
      this.#path.pop();
    }
    this.#depth--;
  }

  #contents(field: FieldSchema, kind: ScalarKind, message: Message, length: number): void {
    if (kind === "string") set(field, message, this.#reader.string(length));
    else if (kind === "bytes") set(field, message, this.#reader.bytes(length));
    else this.#packed(field, kind, message, length);
  }

  #packed(field: FieldSchema, kind: ScalarKind, message: Message, length: number): void {
    const end = this.#reader.position + length;
    while (this.#reader.position < end) {
      this.#take(VALUE_COST);
      append(message, field.key, this.#number(kind, end));
    }
  }

  #number(kind: ScalarKind, end: number): Int {
    if (kind === "float") this.#requireBytes(4, end);
    else if (kind === "double") this.#requireBytes(8, end);
    const value = this.#reader[kind as "float" | "double" | "int32" | "int64" | "uint64"]();
    this.#requireBytes(0, end);
    return value;
  }

  *#skip(tag: number, end: number): Decoding {
    const reader = this.#reader;
    const groups: number[] = [];
    for (let next = tag; ; next = this.#tag()) {
      switch (next & 7) {
        case WIRE_TYPE.varint:
          reader.uint64();
          break;
        case WIRE_TYPE.fixed64:
          this.#requireBytes(8, end);
          reader.skip(8);
          break;
        case WIRE_TYPE.length:
          reader.skip(this.#length(end));
          break;
        case WIRE_TYPE.startGroup:
          if (groups.push(next >>> 3) > NESTING_LIMIT)
            throw new WireFault("limit", reader.position, `groups stand more than ${NESTING_LIMIT} deep in one another`);
          break;
        case WIRE_TYPE.endGroup:
          if (groups.pop() !== next >>> 3) throw new WireFault("malformed", reader.position, "a group ends that has not begun");
          break;
        case WIRE_TYPE.fixed32:
          this.#requireBytes(4, end);
          reader.skip(4);
          break;
        default:
          throw new WireFault("malformed", reader.position, `there is no wire type ${next & 7}`);
      }
      this.#requireBytes(0, end);
      if (groups.length === 0) return;
      if (reader.position === end) throw new WireFault("cut-off", end, "a group does not end");
      if (this.#lacksHeader(end)) yield HEADER_BYTES;
    }
  }

  #lacksHeader(end: number): boolean {
    const { buffered, position } = this.#reader;
    return buffered < HEADER_BYTES && buffered < end - position;
  }

  #tag(): number {
    const start = this.#reader.position;
    const tag = this.#reader.uint64();
    if (tag > 0xffffffff) throw new WireFault("malformed", start, "a field number is too large");
    if (tag < 8) throw new WireFault("malformed", start, "there is no field number 0");
    return Number(tag) >>> 0;
  }

  #length(end: number): number {
    const start = this.#reader.position;
    const length = this.#reader.uint64();
    if (typeof length !== "number") throw new WireFault("malformed", start, `no field is ${length} bytes long`);
    this.#requireBytes(length, end);
    return length;
  }

  /** Requires that the message or list that ends at `end` has so many more bytes; none: that nothing has run past its end. */
  #requireBytes(length: number, end: number): void {
    const left = end - this.#reader.position;
    if (left < 0) throw new WireFault("cut-off", end, "a number runs past the end of its message");
    if (left < length) throw new WireFault("cut-off", this.#reader.position, `it takes ${length} bytes, and ${left} are left`);
  }

  #take(bytes: number): void {
    this.#structure += bytes;
    if (this.#structure > STRUCTURE_LIMIT)
      throw new WireFault("limit", this.#reader.position, "the model takes more than 512 MiB, large tensors aside");
  }
}

function submessage(field: FieldSchema, schema: MessageSchema, message: Message): Message {
  const existing = message[field.key];
  if (!field.repeated && existing !== undefined) return existing as Message;
  const fresh = { ...schema.empty };
  set(field, message, fresh);
  return fresh;
}

function set({ key, repeated, excludes }: FieldSchema, message: Message, value: unknown): void {
  if (repeated) {
    append(message, key, value);
  } else {
    for (const other of excludes) delete message[other];
    message[key] = value;
  }
}

function append(message: Message, key: string, value: unknown): void {
  const list = message[key];
  if (list === NO_VALUES) message[key] = [value];
  else (list as unknown[]).push(value);
}
