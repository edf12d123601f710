import { describe, expect, it } from "vitest";
import { acceptsWireType, type FieldSchema, type MessageSchema, MODEL_SCHEMA, stepName } from "./schema.ts";

const messages = [...reachable(MODEL_SCHEMA)];

function reachable(schema: MessageSchema, found: Set<MessageSchema> = new Set()): Set<MessageSchema> {
  if (found.has(schema)) return found;
  found.add(schema);
  for (const { kind } of schema.fields) if (typeof kind !== "string") reachable(kind, found);
  return found;
}

function field(message: string, key: string): FieldSchema {
  return messages.find(({ name }) => name === message)!.fields.find((one) => one.key === key)!;
}

describe("the schema", () => {
  it("links every message of onnx.proto to the model", () => {
    expect(messages).toHaveLength(26);
  });

  it.each(messages.map(({ name, fields }) => [name, fields] as const))("gives each field of %s a number of its own", (_, fields) => {
    expect(new Set(fields.map(({ number }) => number)).size).toBe(fields.length);
  });

  it("lets the members of a oneof exclude one another, and nothing else", () => {
    expect(field("TensorShapeProto.Dimension", "dimValue").excludes).toEqual(["dimParam"]);
    expect(field("TensorShapeProto.Dimension", "denotation").excludes).toEqual([]);
    expect(field("TypeProto", "mapType").excludes).toHaveLength(5);
  });

  it("starts messages with the defaults of what is always there", () => {
    expect(messages.find(({ name }) => name === "TensorShapeProto.Dimension")!.empty).toEqual({ denotation: "" });
    expect(messages.find(({ name }) => name === "OperatorSetIdProto")!.empty).toEqual({ domain: "", version: 0 });
  });

  it("accepts lists of numbers packed and unpacked, single numbers only as such", () => {
    const accepted = (message: string, key: string): number[] =>
      [0, 1, 2, 3, 4, 5].filter((wireType) => acceptsWireType(field(message, key), wireType));
    expect(accepted("TensorProto", "dims")).toEqual([0, 2]);
    expect(accepted("TensorProto", "floatData")).toEqual([2, 5]);
    expect(accepted("TensorProto", "doubleData")).toEqual([1, 2]);
    expect(accepted("TensorProto", "dataType")).toEqual([0]);
    expect(accepted("TensorProto", "rawData")).toEqual([2]);
    expect(accepted("NodeProto", "input")).toEqual([2]);
    expect(accepted("ModelProto", "graph")).toEqual([2]);
  });

  it("names fields as onnx.proto does", () => {
    expect(stepName(field("NodeProto", "opType"), undefined)).toBe("op_type");
    expect(stepName(field("GraphProto", "sparseInitializer"), 3)).toBe("sparse_initializer[3]");
  });
});
