import { type Model, product, type Tensor } from "@modelgauge/core";
import { type NetworkBuilder, testModel } from "./network.ts";

/** What the lecture says of {@link alexNet}, for one image. */
export const ALEXNET_FIGURES = {
  weights: 60_954_656,
  macs: 724_406_816,
  flops: 1_448_813_632,
  activations: 932_264,
  /** 150,528 at the input and 290,400 at the output of the first convolution. */
  peakActivations: 440_928,
  bytes: 243_818_624,
} as const;

/**
 * The AlexNet of MIT 6.5940's lectures: two groups, one image of 3×224×224, no biases, local response norms left out. Its figures are
 * the golden case of the counting conventions (docs/conventions.md).
 */
export const alexNet: Model = testModel("alexnet", (network) => {
  const image = network.input("image", { dtype: "float32", shape: [1, 3, 224, 224] });
  let x = convolution(network, "conv1", image, { filters: 96, kernel: 11, out: 55 }); // (224 + 2·2 − 11) / 4 + 1 = 55, rounded down
  x = maxPool(network, "pool1", x, 27); // (55 − 3) / 2 + 1
  x = convolution(network, "conv2", x, { filters: 256, kernel: 5, out: 27, groups: 2 });
  x = maxPool(network, "pool2", x, 13); // (27 − 3) / 2 + 1
  x = convolution(network, "conv3", x, { filters: 384, kernel: 3, out: 13 });
  x = convolution(network, "conv4", x, { filters: 384, kernel: 3, out: 13, groups: 2 });
  x = convolution(network, "conv5", x, { filters: 256, kernel: 3, out: 13, groups: 2 });
  x = maxPool(network, "pool5", x, 6); // (13 − 3) / 2 + 1
  [x] = network.layer(
    { name: "flatten", inputs: [x] },
    {
      outputs: [{ dtype: "float32", shape: [1, 9216] }], // 256 · 6 · 6
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    },
  ) as [Tensor];
  x = linear(network, "fc6", x, { units: 4096, inputs: 9216 });
  x = relu(network, "relu6", x);
  x = linear(network, "fc7", x, { units: 4096, inputs: 4096 });
  x = relu(network, "relu7", x);
  x = linear(network, "fc8", x, { units: 1000, inputs: 4096 });
  return [x];
});

function convolution(
  network: NetworkBuilder,
  name: string,
  x: Tensor,
  { filters, kernel, out, groups = 1 }: { filters: number; kernel: number; out: number; groups?: number },
): Tensor {
  const weight = [filters, shapeOf(x)[1]! / groups, kernel, kernel];
  const shape = [1, filters, out, out];
  const [y] = network.layer(
    { name, inputs: [x], weights: [network.stored(`${name}.weight`, weight)] },
    {
      outputs: [{ dtype: "float32", shape }],
      work: { mac: out * out * product(weight) }, // each weight works once at each output position
    },
  );
  return relu(network, name.replace("conv", "relu"), y!);
}

function relu(network: NetworkBuilder, name: string, x: Tensor): Tensor {
  const shape = shapeOf(x);
  const [y] = network.layer(
    { name, inputs: [x] },
    {
      outputs: [{ dtype: "float32", shape }],
      work: { compare: product(shape) },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    },
  );
  return y!;
}

function maxPool(network: NetworkBuilder, name: string, x: Tensor, out: number): Tensor {
  const shape = [1, shapeOf(x)[1]!, out, out];
  const [y] = network.layer({ name, inputs: [x] }, { outputs: [{ dtype: "float32", shape }], work: { compare: product(shape) * 8 } });
  return y!;
}

function linear(network: NetworkBuilder, name: string, x: Tensor, { units, inputs }: { units: number; inputs: number }): Tensor {
  const [y] = network.layer(
    { name, inputs: [x], weights: [network.stored(`${name}.weight`, [units, inputs])] },
    {
      outputs: [{ dtype: "float32", shape: [1, units] }],
      work: { mac: units * inputs },
    },
  );
  return y!;
}

function shapeOf({ type }: Tensor): readonly number[] {
  return type !== undefined && "shape" in type ? type.shape : [];
}
