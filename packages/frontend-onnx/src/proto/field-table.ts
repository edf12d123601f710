import type * as proto from "./model-proto.ts";

/** The messages, by the names that onnx.proto gives them; nested ones are `Outer.Inner`. */
export interface Messages {
  ModelProto: proto.ModelProto;
  OperatorSetIdProto: proto.OperatorSetIdProto;
  StringStringEntryProto: proto.StringStringEntryProto;
  GraphProto: proto.GraphProto;
  NodeProto: proto.NodeProto;
  AttributeProto: proto.AttributeProto;
  ValueInfoProto: proto.ValueInfoProto;
  TypeProto: proto.TypeProto;
  "TypeProto.Tensor": proto.TensorTypeProto;
  "TypeProto.Element": proto.ElementTypeProto;
  "TypeProto.Map": proto.MapTypeProto;
  "TypeProto.Opaque": proto.OpaqueTypeProto;
  TensorShapeProto: proto.TensorShapeProto;
  "TensorShapeProto.Dimension": proto.DimensionProto;
  TensorProto: proto.TensorProto;
  "TensorProto.Segment": proto.SegmentProto;
  SparseTensorProto: proto.SparseTensorProto;
  TensorAnnotation: proto.TensorAnnotation;
  FunctionProto: proto.FunctionProto;
  TrainingInfoProto: proto.TrainingInfoProto;
  DeviceConfigurationProto: proto.DeviceConfigurationProto;
  NodeDeviceConfigurationProto: proto.NodeDeviceConfigurationProto;
  ShardingSpecProto: proto.ShardingSpecProto;
  IntIntListEntryProto: proto.IntIntListEntryProto;
  ShardedDimProto: proto.ShardedDimProto;
  SimpleShardedDimProto: proto.SimpleShardedDimProto;
}

/** How one value is written on the wire, messages aside. */
export type ScalarKind = "string" | "bytes" | "int32" | "int64" | "uint64" | "float" | "double";

/** The kinds that can hold a value of type V; a mistake in the table is then a type error. */
type KindOf<V> = [V] extends [string]
  ? "string"
  : [V] extends [Uint8Array]
    ? "bytes"
    : [V] extends [number]
      ? "int32" | "float" | "double"
      : [V] extends [proto.Int]
        ? "int64" | "uint64"
        : { [N in keyof Messages]: [Messages[N], V] extends [V, Messages[N]] ? N : never }[keyof Messages];

type ListLabel = "repeated" | "payloads";
type MaybeLabel = "optional" | "oneof" | "payload";

/** What a field is, where it is not one value that is always there. `payload` and `payloads` (a list) stay in the file where they are large. */
export type FieldLabel = ListLabel | MaybeLabel;

/** Field number, kind, label. */
type FieldEntry<T, K extends keyof T> = T[K] extends readonly (infer E)[]
  ? readonly [number, KindOf<E>, ListLabel]
  : undefined extends T[K]
    ? readonly [number, KindOf<NonNullable<T[K]>>, MaybeLabel]
    : readonly [number, KindOf<T[K]>];

type Table = { readonly [N in keyof Messages]: { readonly [K in Exclude<keyof Messages[N], "skipped">]-?: FieldEntry<Messages[N], K> } };

/** Field numbers of onnx.proto, IR version 14. */
export const FIELD_TABLE: Table = {
  ModelProto: {
    irVersion: [1, "int64"],
    producerName: [2, "string"],
    producerVersion: [3, "string"],
    domain: [4, "string"],
    modelVersion: [5, "int64"],
    docString: [6, "string"],
    graph: [7, "GraphProto", "optional"],
    opsetImport: [8, "OperatorSetIdProto", "repeated"],
    metadataProps: [14, "StringStringEntryProto", "repeated"],
    trainingInfo: [20, "TrainingInfoProto", "repeated"],
    functions: [25, "FunctionProto", "repeated"],
    configuration: [26, "DeviceConfigurationProto", "repeated"],
  },
  OperatorSetIdProto: {
    domain: [1, "string"],
    version: [2, "int64"],
  },
  StringStringEntryProto: {
    key: [1, "string"],
    value: [2, "string"],
  },
  GraphProto: {
    node: [1, "NodeProto", "repeated"],
    name: [2, "string"],
    initializer: [5, "TensorProto", "repeated"],
    docString: [10, "string"],
    input: [11, "ValueInfoProto", "repeated"],
    output: [12, "ValueInfoProto", "repeated"],
    valueInfo: [13, "ValueInfoProto", "repeated"],
    quantizationAnnotation: [14, "TensorAnnotation", "repeated"],
    sparseInitializer: [15, "SparseTensorProto", "repeated"],
    metadataProps: [16, "StringStringEntryProto", "repeated"],
  },
  NodeProto: {
    input: [1, "string", "repeated"],
    output: [2, "string", "repeated"],
    name: [3, "string"],
    opType: [4, "string"],
    attribute: [5, "AttributeProto", "repeated"],
    docString: [6, "string"],
    domain: [7, "string"],
    overload: [8, "string"],
    metadataProps: [9, "StringStringEntryProto", "repeated"],
    deviceConfigurations: [10, "NodeDeviceConfigurationProto", "repeated"],
  },
  AttributeProto: {
    name: [1, "string"],
    f: [2, "float", "optional"],
    i: [3, "int64", "optional"],
    s: [4, "bytes", "payload"],
    t: [5, "TensorProto", "optional"],
    g: [6, "GraphProto", "optional"],
    floats: [7, "float", "repeated"],
    ints: [8, "int64", "repeated"],
    strings: [9, "bytes", "repeated"],
    tensors: [10, "TensorProto", "repeated"],
    graphs: [11, "GraphProto", "repeated"],
    docString: [13, "string"],
    tp: [14, "TypeProto", "optional"],
    typeProtos: [15, "TypeProto", "repeated"],
    type: [20, "int32"],
    refAttrName: [21, "string"],
    sparseTensor: [22, "SparseTensorProto", "optional"],
    sparseTensors: [23, "SparseTensorProto", "repeated"],
  },
  ValueInfoProto: {
    name: [1, "string"],
    type: [2, "TypeProto", "optional"],
    docString: [3, "string"],
    metadataProps: [4, "StringStringEntryProto", "repeated"],
  },
  TypeProto: {
    tensorType: [1, "TypeProto.Tensor", "oneof"],
    sequenceType: [4, "TypeProto.Element", "oneof"],
    mapType: [5, "TypeProto.Map", "oneof"],
    denotation: [6, "string"],
    opaqueType: [7, "TypeProto.Opaque", "oneof"],
    sparseTensorType: [8, "TypeProto.Tensor", "oneof"],
    optionalType: [9, "TypeProto.Element", "oneof"],
  },
  "TypeProto.Tensor": {
    elemType: [1, "int32"],
    shape: [2, "TensorShapeProto", "optional"],
  },
  "TypeProto.Element": {
    elemType: [1, "TypeProto", "optional"],
  },
  "TypeProto.Map": {
    keyType: [1, "int32"],
    valueType: [2, "TypeProto", "optional"],
  },
  "TypeProto.Opaque": {
    domain: [1, "string"],
    name: [2, "string"],
  },
  TensorShapeProto: {
    dim: [1, "TensorShapeProto.Dimension", "repeated"],
  },
  "TensorShapeProto.Dimension": {
    dimValue: [1, "int64", "oneof"],
    dimParam: [2, "string", "oneof"],
    denotation: [3, "string"],
  },
  TensorProto: {
    dims: [1, "int64", "repeated"],
    dataType: [2, "int32"],
    segment: [3, "TensorProto.Segment", "optional"],
    floatData: [4, "float", "payloads"],
    int32Data: [5, "int32", "payloads"],
    stringData: [6, "string", "payloads"],
    int64Data: [7, "int64", "payloads"],
    name: [8, "string"],
    rawData: [9, "bytes", "payload"],
    doubleData: [10, "double", "payloads"],
    uint64Data: [11, "uint64", "payloads"],
    docString: [12, "string"],
    externalData: [13, "StringStringEntryProto", "repeated"],
    dataLocation: [14, "int32"],
    metadataProps: [16, "StringStringEntryProto", "repeated"],
  },
  "TensorProto.Segment": {
    begin: [1, "int64"],
    end: [2, "int64"],
  },
  SparseTensorProto: {
    values: [1, "TensorProto", "optional"],
    indices: [2, "TensorProto", "optional"],
    dims: [3, "int64", "repeated"],
  },
  TensorAnnotation: {
    tensorName: [1, "string"],
    quantParameterTensorNames: [2, "StringStringEntryProto", "repeated"],
  },
  FunctionProto: {
    name: [1, "string"],
    input: [4, "string", "repeated"],
    output: [5, "string", "repeated"],
    attribute: [6, "string", "repeated"],
    node: [7, "NodeProto", "repeated"],
    docString: [8, "string"],
    opsetImport: [9, "OperatorSetIdProto", "repeated"],
    domain: [10, "string"],
    attributeProto: [11, "AttributeProto", "repeated"],
    valueInfo: [12, "ValueInfoProto", "repeated"],
    overload: [13, "string"],
    metadataProps: [14, "StringStringEntryProto", "repeated"],
  },
  TrainingInfoProto: {
    initialization: [1, "GraphProto", "optional"],
    algorithm: [2, "GraphProto", "optional"],
    initializationBinding: [3, "StringStringEntryProto", "repeated"],
    updateBinding: [4, "StringStringEntryProto", "repeated"],
  },
  DeviceConfigurationProto: {
    name: [1, "string"],
    numDevices: [2, "int32"],
    device: [3, "string", "repeated"],
  },
  NodeDeviceConfigurationProto: {
    configurationId: [1, "string"],
    shardingSpec: [2, "ShardingSpecProto", "repeated"],
    pipelineStage: [3, "int32", "optional"],
  },
  ShardingSpecProto: {
    tensorName: [1, "string"],
    device: [2, "int64", "repeated"],
    indexToDeviceGroupMap: [3, "IntIntListEntryProto", "repeated"],
    shardedDim: [4, "ShardedDimProto", "repeated"],
  },
  IntIntListEntryProto: {
    key: [1, "int64"],
    value: [2, "int64", "repeated"],
  },
  ShardedDimProto: {
    axis: [1, "int64"],
    simpleSharding: [2, "SimpleShardedDimProto", "repeated"],
  },
  SimpleShardedDimProto: {
    dimValue: [1, "int64", "oneof"],
    dimParam: [2, "string", "oneof"],
    numShards: [3, "int64"],
  },
};
