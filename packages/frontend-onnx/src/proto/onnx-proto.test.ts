import { bytesSource } from "@modelgauge/core";
import fc from "fast-check";
import onnxProto from "onnx-proto";
import { describe, expect, it } from "vitest";
import { fromModelProto } from "./from-model-proto.ts";
import { readModelProto } from "./read-model-proto.ts";

// An independent implementation of the format up to IR version 8: what it encodes must be read as what went in, and as what it decodes.
const { ModelProto } = onnxProto.onnx;

const text = fc.string({ unit: "grapheme", maxLength: 8 });
const bytes = fc.uint8Array({ maxLength: 9 });
const int32 = fc.integer();
const int = fc.maxSafeInteger();
const float = fc.float({ noNaN: true });
const double = fc.double({ noNaN: true });

function list<T>(element: fc.Arbitrary<T>, maxLength: number = 3): fc.Arbitrary<T[]> {
  return fc.array(element, { maxLength });
}

/** A message with some of its fields. */
function message(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] });
}

const entry = message({ key: text, value: text });
const shape = message({ dim: list(fc.oneof(message({ dimValue: int, denotation: text }), message({ dimParam: text }))) });
const tensorType = message({ elemType: int32, shape });
const { type } = fc.letrec<{ type: object }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    message({ denotation: text }),
    fc.record({ tensorType }),
    fc.record({ sparseTensorType: tensorType }),
    fc.record({ sequenceType: fc.record({ elemType: tie("type") }) }),
    fc.record({ optionalType: fc.record({ elemType: tie("type") }) }),
    fc.record({ mapType: fc.record({ keyType: int32, valueType: tie("type") }) }),
  ),
}));
const value = message({ name: text, type, docString: text });
const tensor = message({
  dims: list(int),
  dataType: int32,
  segment: message({ begin: int, end: int }),
  floatData: list(float, 9),
  int32Data: list(int32, 9),
  stringData: list(bytes),
  int64Data: list(int, 9),
  name: text,
  docString: text,
  rawData: bytes,
  externalData: list(entry),
  dataLocation: fc.constantFrom(0, 1),
  doubleData: list(double, 9),
  uint64Data: list(fc.maxSafeNat(), 9),
});
const sparseTensor = message({ values: tensor, indices: tensor, dims: list(int) });
const { graph, node } = fc.letrec<{ graph: object; node: object; attribute: object }>((tie) => ({
  graph: message({
    node: list(tie("node")),
    name: text,
    initializer: list(tensor),
    sparseInitializer: list(sparseTensor),
    docString: text,
    input: list(value),
    output: list(value),
    valueInfo: list(value),
    quantizationAnnotation: list(message({ tensorName: text, quantParameterTensorNames: list(entry) })),
  }),
  node: message({
    input: list(text),
    output: list(text),
    name: text,
    opType: text,
    domain: text,
    attribute: list(tie("attribute")),
    docString: text,
  }),
  attribute: fc.oneof(
    { maxDepth: 2, depthIdentifier: "graphs" },
    message({
      name: text,
      refAttrName: text,
      docString: text,
      type: fc.nat(14),
      f: float,
      i: int,
      s: bytes,
      t: tensor,
      sparseTensor,
      tp: type,
      floats: list(float),
      ints: list(int),
      strings: list(bytes),
      tensors: list(tensor),
      sparseTensors: list(sparseTensor),
      typeProtos: list(type),
    }),
    message({ g: tie("graph"), graphs: list(tie("graph")) }),
  ),
}));
const opset = message({ domain: text, version: int });
const model = fc.record(
  {
    irVersion: int,
    opsetImport: list(opset),
    producerName: fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
    producerVersion: text,
    domain: text,
    modelVersion: int,
    docString: text,
    graph,
    metadataProps: list(entry),
    trainingInfo: list(
      message({ initialization: graph, algorithm: graph, initializationBinding: list(entry), updateBinding: list(entry) }),
      1,
    ),
    functions: list(
      message({
        name: text,
        input: list(text),
        output: list(text),
        attribute: list(text),
        node: list(node),
        docString: text,
        opsetImport: list(opset),
        domain: text,
      }),
    ),
  },
  { requiredKeys: ["graph"] },
);

describe("models that onnx-proto encodes", () => {
  it("are read as they were", async () => {
    await fc.assert(
      fc.asyncProperty(model, async (object) => {
        const encoded = ModelProto.encode(object).finish();
        const read = await readModelProto(bytesSource(encoded, "m.onnx"));
        expect(read).toEqual(fromModelProto(object));
        expect(fromModelProto(ModelProto.decode(encoded))).toEqual(read);
      }),
      { numRuns: 100 },
    );
  });

  it("are never read as another model when they are cut short", async () => {
    await fc.assert(
      fc.asyncProperty(model, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (object, part) => {
        const encoded = ModelProto.encode(object).finish();
        const cut = encoded.subarray(0, Math.floor(encoded.length * part));
        const read = await readModelProto(bytesSource(cut, "m.onnx")).catch((error: { code: string }) => error.code);
        // Cut between two fields of the top level, the rest is a model of fewer fields, and protobuf cannot tell.
        if (typeof read === "string") expect(read).toMatch(/^onnx-(truncated|malformed|not-onnx)$/);
        else expect(read).toEqual(fromModelProto(ModelProto.decode(cut)));
      }),
      { numRuns: 100 },
    );
  });

  it("are read, or refused in plain words, whatever happens to their bytes", async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(model, changes, async (object, changed) => {
        const encoded = Uint8Array.from(ModelProto.encode(object).finish());
        for (const [at, byte] of changed) encoded[at % encoded.length] = byte;
        await readModelProto(bytesSource(encoded, "m.onnx")).catch((error: Error) => {
          expect(error).toMatchObject({
            name: "ModelGaugeError",
            code: expect.stringMatching(/^onnx-/),
            message: expect.stringMatching(/^m\.onnx: [^\n]+$/),
          });
        });
      }),
      { numRuns: 100 },
    );
  });
});
