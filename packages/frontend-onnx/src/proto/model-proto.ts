/**
 * The messages of an ONNX file as plain objects: IR version 14, under the names that protobuf generators give them in JavaScript.
 * What each field means is told in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto and docs/IR.md.
 *
 * Absent fields: a list is empty, a string is "", a number of the always-there kind is 0. Where it matters whether a field was
 * written at all (messages, members of a oneof, values of attributes), the property is absent.
 */

/** A 64-bit integer: bigint only beyond ±2^53. */
export type Int = number | bigint;

/** A file's one top-level message. */
export interface ModelProto {
  readonly irVersion: Int;
  readonly opsetImport: readonly OperatorSetIdProto[];
  readonly producerName: string;
  readonly producerVersion: string;
  readonly domain: string;
  readonly modelVersion: Int;
  readonly docString: string;
  /** Always there in a model that was read without an error. */
  readonly graph?: GraphProto;
  readonly metadataProps: readonly StringStringEntryProto[];
  readonly trainingInfo: readonly TrainingInfoProto[];
  readonly functions: readonly FunctionProto[];
  readonly configuration: readonly DeviceConfigurationProto[];
}

/** A set of operators that a model or function uses, and its version. */
export interface OperatorSetIdProto {
  /** "" and "ai.onnx" are the same. */
  readonly domain: string;
  readonly version: Int;
}

/** One entry of a map from strings to strings. */
export interface StringStringEntryProto {
  readonly key: string;
  readonly value: string;
}

/** The nodes of a network, or of one branch or loop body. */
export interface GraphProto {
  readonly node: readonly NodeProto[];
  readonly name: string;
  readonly initializer: readonly TensorProto[];
  readonly sparseInitializer: readonly SparseTensorProto[];
  readonly docString: string;
  readonly input: readonly ValueInfoProto[];
  readonly output: readonly ValueInfoProto[];
  readonly valueInfo: readonly ValueInfoProto[];
  readonly quantizationAnnotation: readonly TensorAnnotation[];
  readonly metadataProps: readonly StringStringEntryProto[];
}

/** One call of an operator or function. */
export interface NodeProto {
  /** Names of values; "" for an optional input that is left out. */
  readonly input: readonly string[];
  /** Names of values; "" for an optional output that is left out. */
  readonly output: readonly string[];
  readonly name: string;
  readonly opType: string;
  readonly domain: string;
  readonly overload: string;
  readonly attribute: readonly AttributeProto[];
  readonly docString: string;
  readonly metadataProps: readonly StringStringEntryProto[];
  readonly deviceConfigurations: readonly NodeDeviceConfigurationProto[];
}

/** A named attribute of a node. `type` says which of the values counts; files of IR version 1 leave it 0. */
export interface AttributeProto {
  readonly name: string;
  /** In the body of a function: the attribute of the calling node that this one takes its value from. */
  readonly refAttrName: string;
  readonly docString: string;
  /** One of {@link ATTRIBUTE_TYPE}. */
  readonly type: number;
  readonly f?: number;
  readonly i?: Int;
  /** UTF-8 text in all standard operators; anything in others. Absent where it is too large, see `skipped`. */
  readonly s?: Uint8Array;
  readonly t?: TensorProto;
  readonly g?: GraphProto;
  readonly sparseTensor?: SparseTensorProto;
  readonly tp?: TypeProto;
  readonly floats: readonly number[];
  readonly ints: readonly Int[];
  readonly strings: readonly Uint8Array[];
  readonly tensors: readonly TensorProto[];
  readonly graphs: readonly GraphProto[];
  readonly sparseTensors: readonly SparseTensorProto[];
  readonly typeProtos: readonly TypeProto[];
  /** Where the file holds values that were too large to be kept. */
  readonly skipped: readonly PayloadSpan[];
}

/** Values of {@link AttributeProto.type}. */
export const ATTRIBUTE_TYPE = {
  undefined: 0,
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
  tensors: 9,
  graphs: 10,
  sparseTensor: 11,
  sparseTensors: 12,
  typeProto: 13,
  typeProtos: 14,
} as const;

/** A value's name, and its type where the file declares one. */
export interface ValueInfoProto {
  readonly name: string;
  readonly type?: TypeProto;
  readonly docString: string;
  readonly metadataProps: readonly StringStringEntryProto[];
}

/** The type of a value: one of its members, or none. */
export interface TypeProto {
  readonly tensorType?: TensorTypeProto;
  readonly sequenceType?: ElementTypeProto;
  readonly mapType?: MapTypeProto;
  readonly optionalType?: ElementTypeProto;
  readonly sparseTensorType?: TensorTypeProto;
  readonly opaqueType?: OpaqueTypeProto;
  readonly denotation: string;
}

/** A dense or sparse tensor. */
export interface TensorTypeProto {
  /** See `dtypeOf`. */
  readonly elemType: number;
  /** Absent where even the rank is unknown; no dims for a scalar. */
  readonly shape?: TensorShapeProto;
}

/** A sequence, or a value that may be missing. */
export interface ElementTypeProto {
  readonly elemType?: TypeProto;
}

/** A map. */
export interface MapTypeProto {
  /** See `dtypeOf`. */
  readonly keyType: number;
  readonly valueType?: TypeProto;
}

/** A type that only its domain understands. */
export interface OpaqueTypeProto {
  readonly domain: string;
  readonly name: string;
}

/** Sizes, outermost first. */
export interface TensorShapeProto {
  readonly dim: readonly DimensionProto[];
}

/** A size: a number, a name, or (neither) unknown. */
export interface DimensionProto {
  readonly dimValue?: Int;
  readonly dimParam?: string;
  /** What the axis stands for: `DATA_BATCH`, `DATA_CHANNEL`, … */
  readonly denotation: string;
}

/** A tensor with its elements, in one of the lists or in `rawData`. */
export interface TensorProto {
  readonly dims: readonly Int[];
  /** See `dtypeOf`. */
  readonly dataType: number;
  readonly segment?: SegmentProto;
  readonly floatData: readonly number[];
  readonly int32Data: readonly number[];
  readonly stringData: readonly string[];
  readonly int64Data: readonly Int[];
  readonly name: string;
  readonly docString: string;
  /** Little-endian, packed. */
  readonly rawData?: Uint8Array;
  readonly doubleData: readonly number[];
  readonly uint64Data: readonly Int[];
  readonly externalData: readonly StringStringEntryProto[];
  /** 0: in this message; 1: in another file, see `externalDataOf`. */
  readonly dataLocation: number;
  readonly metadataProps: readonly StringStringEntryProto[];
  /** Where the file holds elements that were too many to be kept. */
  readonly skipped: readonly PayloadSpan[];
}

/** The part of a larger tensor that a message holds. */
export interface SegmentProto {
  readonly begin: Int;
  readonly end: Int;
}

/** Field contents that were left in the file. */
export interface PayloadSpan {
  /** Property that would hold them: `rawData`, `floatData`, … A list is in packed form. */
  readonly field: string;
  /** Of the first byte of the contents, from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

/** A tensor in coordinate form. */
export interface SparseTensorProto {
  /** The nonzero values, [NNZ]; its name is the tensor's. */
  readonly values?: TensorProto;
  /** [NNZ] of linear indices, or [NNZ, rank]. */
  readonly indices?: TensorProto;
  readonly dims: readonly Int[];
}

/** Quantisation parameters of a tensor, by role: `SCALE_TENSOR`, `ZERO_POINT_TENSOR`. */
export interface TensorAnnotation {
  readonly tensorName: string;
  readonly quantParameterTensorNames: readonly StringStringEntryProto[];
}

/** An operator that the model itself defines by a body of nodes. */
export interface FunctionProto {
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  /** Names of attributes without a default. */
  readonly attribute: readonly string[];
  /** Attributes with their defaults. */
  readonly attributeProto: readonly AttributeProto[];
  readonly node: readonly NodeProto[];
  readonly docString: string;
  readonly opsetImport: readonly OperatorSetIdProto[];
  readonly domain: string;
  readonly overload: string;
  readonly valueInfo: readonly ValueInfoProto[];
  readonly metadataProps: readonly StringStringEntryProto[];
}

/** How to train the model. */
export interface TrainingInfoProto {
  readonly initialization?: GraphProto;
  readonly algorithm?: GraphProto;
  readonly initializationBinding: readonly StringStringEntryProto[];
  readonly updateBinding: readonly StringStringEntryProto[];
}

/** Devices that a model may be spread over. */
export interface DeviceConfigurationProto {
  readonly name: string;
  readonly numDevices: number;
  readonly device: readonly string[];
}

/** How one node is spread over devices. */
export interface NodeDeviceConfigurationProto {
  readonly configurationId: string;
  readonly shardingSpec: readonly ShardingSpecProto[];
  readonly pipelineStage?: number;
}

/** How one tensor is spread over devices. */
export interface ShardingSpecProto {
  readonly tensorName: string;
  readonly device: readonly Int[];
  readonly indexToDeviceGroupMap: readonly IntIntListEntryProto[];
  readonly shardedDim: readonly ShardedDimProto[];
}

/** One entry of a map from integers to lists of integers. */
export interface IntIntListEntryProto {
  readonly key: Int;
  readonly value: readonly Int[];
}

/** How one axis is cut. */
export interface ShardedDimProto {
  readonly axis: Int;
  readonly simpleSharding: readonly SimpleShardedDimProto[];
}

/** A cut of an axis into equal parts. */
export interface SimpleShardedDimProto {
  readonly dimValue?: Int;
  readonly dimParam?: string;
  readonly numShards: Int;
}
