import type { Place } from "./source-text.ts";

/** A JSON value with the place where it stands. */
export type JsonNode = JsonString | JsonNumber | JsonBoolean | JsonNull | JsonList | JsonObject;

export interface JsonString {
  readonly kind: "string";
  readonly value: string;
  readonly place: Place;
}

export interface JsonNumber {
  readonly kind: "number";
  readonly value: number;
  readonly place: Place;
}

export interface JsonBoolean {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly place: Place;
}

export interface JsonNull {
  readonly kind: "null";
  readonly place: Place;
}

export interface JsonList {
  readonly kind: "list";
  readonly items: readonly JsonNode[];
  readonly place: Place;
}

export interface JsonObject {
  readonly kind: "object";
  /** In their order in the text. */
  readonly members: ReadonlyMap<string, JsonMember>;
  readonly place: Place;
  /** Behind its last brace. */
  readonly end: number;
}

/** A property of an object. */
export interface JsonMember {
  /** Where the name stands. */
  readonly place: Place;
  readonly value: JsonNode;
}

/** The value of a property, if the object has it. */
export function memberOf(object: JsonObject, name: string): JsonNode | undefined {
  return object.members.get(name)?.value;
}

/** A value as messages quote it: `"cnov"`, `3`, `a list`. */
export function quoted(node: JsonNode): string {
  switch (node.kind) {
    case "string":
      return JSON.stringify(node.value.length > 60 ? `${node.value.slice(0, 59)}…` : node.value);
    case "number":
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "list":
      return "a list";
    default:
      return "an object";
  }
}
