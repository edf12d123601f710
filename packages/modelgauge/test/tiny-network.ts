import onnxProto from "onnx-proto";

const { onnx } = onnxProto;
const FLOAT = onnx.TensorProto.DataType.FLOAT;

/** What may be unlike {@link tinyNetwork}. */
export interface TinyNetworkOptions {
  /** Name of the layer. */
  readonly name?: string;
  /** Its operator and, in front, its domain: `com.acme::GatedMlp`. */
  readonly operator?: string;
  readonly attributes?: Readonly<Record<string, number>>;
}

/** An ONNX file of one layer: x, float32 [batch, 4], times a 4×3 weight. It does 12 MACs for each sample. */
export function tinyNetwork({ name = "fc", operator = "Gemm", attributes = {} }: TinyNetworkOptions = {}): Uint8Array {
  const [opType, domain = ""] = operator.split("::").toReversed() as [string, string?];
  const type = (...dim: object[]): object => ({ tensorType: { elemType: FLOAT, shape: { dim } } });
  const model = {
    irVersion: 10,
    opsetImport: [{ domain: "", version: 21 }, ...(domain === "" ? [] : [{ domain, version: 1 }])],
    graph: {
      name: "tiny",
      input: [{ name: "x", type: type({ dimParam: "batch" }, { dimValue: 4 }) }],
      output: [{ name: "y", type: type({ dimParam: "batch" }, { dimValue: 3 }) }],
      initializer: [{ name: "w", dataType: FLOAT, dims: [4, 3], floatData: Array.from({ length: 12 }, () => 0) }],
      node: [
        {
          name,
          opType,
          domain,
          input: ["x", "w"],
          output: ["y"],
          attribute: Object.entries(attributes).map(([key, value]) => ({
            name: key,
            type: onnx.AttributeProto.AttributeType.INT,
            i: value,
          })),
        },
      ],
    },
  };
  return onnx.ModelProto.encode(onnx.ModelProto.create(model)).finish();
}
