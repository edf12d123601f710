import onnxProto from "onnx-proto";

const { onnx } = onnxProto;
const FLOAT = onnx.TensorProto.DataType.FLOAT;

/** How the weights are held. */
export interface WeightStorage {
  /** `inside`: zeros in the file; `absent`: in another file, which need not exist. */
  readonly weights: "inside" | "absent";
  /** Every number of channels of the network times this; default 1. */
  readonly width?: number;
}

/**
 * ResNet-18 (He et al., "Deep residual learning for image recognition", 2015, table 1) as an ONNX file, batch normalisation not folded:
 * 3×224×224 images, 1000 classes.
 */
export function resnet18({ weights, width = 1 }: WeightStorage): Uint8Array {
  const network = new Network(weights);
  const stem = network.conv("conv1", "input", 3, 64 * width, { kernel: 7, stride: 2 });
  let current = network.node("MaxPool", "maxpool", [network.relu("relu", network.batchNorm("bn1", stem, 64 * width))], {
    kernel_shape: [3, 3],
    strides: [2, 2],
    pads: [1, 1, 1, 1],
  });
  let channels = 64 * width;
  [64, 128, 256, 512].forEach((base, stage) => {
    const filters = base * width;
    for (const block of [0, 1]) {
      const name = `layer${stage + 1}/layer${stage + 1}.${block}`;
      current = network.basicBlock(name, current, channels, filters, stage > 0 && block === 0 ? 2 : 1);
      channels = filters;
    }
  });
  const pooled = network.node("Flatten", "flatten", [network.node("GlobalAveragePool", "avgpool", [current])], { axis: 1 });
  network.linear("fc", pooled, channels, 1000);
  return network.encode("resnet18");
}

interface Window {
  readonly kernel: number;
  readonly stride: number;
}

class Network {
  readonly #weights: WeightStorage["weights"];
  readonly #nodes: InstanceType<typeof onnx.NodeProto>[] = [];
  readonly #initializers: InstanceType<typeof onnx.TensorProto>[] = [];
  #offset = 0;

  constructor(weights: WeightStorage["weights"]) {
    this.#weights = weights;
  }

  node(
    operator: string,
    name: string,
    input: readonly string[],
    attributes: Readonly<Record<string, number | readonly number[]>> = {},
    output = `${name}_out`,
  ): string {
    const attribute = Object.entries(attributes).map(([key, value]) =>
      typeof value === "number"
        ? { name: key, type: onnx.AttributeProto.AttributeType.INT, i: value }
        : { name: key, type: onnx.AttributeProto.AttributeType.INTS, ints: [...value] },
    );
    this.#nodes.push(
      onnx.NodeProto.create({ opType: operator, name: `/${name}/${operator}`, input: [...input], output: [output], attribute }),
    );
    return output;
  }

  conv(name: string, input: string, channels: number, filters: number, { kernel, stride }: Window): string {
    const weight = this.#stored(`${name.replaceAll("/", ".")}.weight`, [filters, channels, kernel, kernel]);
    const pad = (kernel - 1) / 2;
    return this.node("Conv", name, [input, weight], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      pads: [pad, pad, pad, pad],
    });
  }

  batchNorm(name: string, input: string, channels: number): string {
    const dotted = name.replaceAll("/", ".");
    const stored = ["weight", "bias", "running_mean", "running_var"].map((part) => this.#stored(`${dotted}.${part}`, [channels]));
    return this.node("BatchNormalization", name, [input, ...stored]);
  }

  relu(name: string, input: string): string {
    return this.node("Relu", name, [input]);
  }

  linear(name: string, input: string, inputs: number, units: number): string {
    const stored = [this.#stored(`${name}.weight`, [units, inputs]), this.#stored(`${name}.bias`, [units])];
    return this.node("Gemm", name, [input, ...stored], { transB: 1 }, "logits");
  }

  basicBlock(name: string, input: string, channels: number, filters: number, stride: number): string {
    const first = this.relu(
      `${name}/relu`,
      this.batchNorm(`${name}/bn1`, this.conv(`${name}/conv1`, input, channels, filters, { kernel: 3, stride }), filters),
    );
    const second = this.batchNorm(`${name}/bn2`, this.conv(`${name}/conv2`, first, filters, filters, { kernel: 3, stride: 1 }), filters);
    const shortcut =
      channels === filters
        ? input
        : this.batchNorm(
            `${name}/downsample.1`,
            this.conv(`${name}/downsample.0`, input, channels, filters, { kernel: 1, stride }),
            filters,
          );
    return this.relu(`${name}/relu_1`, this.node("Add", name, [second, shortcut], {}, `${name}_sum`));
  }

  encode(name: string): Uint8Array {
    const value = (tensor: string, shape: readonly number[]): { readonly name: string; readonly type: object } => ({
      name: tensor,
      type: { tensorType: { elemType: FLOAT, shape: { dim: shape.map((dimValue) => ({ dimValue })) } } },
    });
    const graph = {
      name,
      node: this.#nodes,
      initializer: this.#initializers,
      input: [value("input", [1, 3, 224, 224])],
      output: [value("logits", [1, 1000])],
    };
    const model = onnx.ModelProto.create({ irVersion: 8, opsetImport: [{ domain: "", version: 17 }], producerName: "modelgauge", graph });
    return onnx.ModelProto.encode(model).finish();
  }

  #stored(name: string, dims: readonly number[]): string {
    const length = 4 * dims.reduce((product, size) => product * size, 1);
    const elements =
      this.#weights === "inside"
        ? { rawData: new Uint8Array(length) }
        : {
            dataLocation: onnx.TensorProto.DataLocation.EXTERNAL,
            externalData: Object.entries({ location: "resnet18.weights", offset: `${this.#offset}`, length: `${length}` }).map(
              ([key, value]) => ({ key, value }),
            ),
          };
    this.#offset += length;
    this.#initializers.push(onnx.TensorProto.create({ name, dataType: FLOAT, dims: [...dims], ...elements }));
    return name;
  }
}
