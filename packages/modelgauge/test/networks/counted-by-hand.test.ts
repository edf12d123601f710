import type { Report } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import {
  bertBase,
  dsCnn,
  gpt2,
  lenet5,
  llama38b,
  lstmSentiment,
  lstmTagger,
  mixtral8x7b,
  type Network,
  t5Small,
  uNet,
  whisperTiny,
} from "@modelgauge/models";
import { defaultPlugins } from "modelgauge";
import { expect, it } from "vitest";

const gauge = createGauge({ plugins: defaultPlugins });
const analyze = (network: Network, dims: Record<string, number> = {}): Promise<Report> => gauge.analyze(network, { dims });

/** MACs by hand, where nobody prints them to the last digit. Of attention: 2 · queries · keys · width of all heads. */
const byHand: readonly (readonly [network: Network, macs: number])[] = [
  // 28² outputs of 5² · 6; scaling 6 maps of 14²; 10² of 5² · (6 · 3 + 9 · 4 + 6); 16 of 5²; two linear layers
  [lenet5, 784 * 25 * 6 + 6 * 196 + 100 * 25 * 60 + 16 * 25 + 400 * 120 + 120 * 84],
  // 25 · 5 outputs of 10 · 4; four times 3² each and 64 · 64; the classifier
  [dsCnn, 125 * 64 * 40 + 4 * 125 * (64 * 9 + 64 * 64) + 64 * 12],
  // 12 layers, on 128 words: query, key, value, output and 8 widths of feed-forward; the pooler on one
  [bertBase, 12 * (128 * 12 * 768 ** 2 + 2 * 128 ** 2 * 768) + 768 ** 2],
  [gpt2, 12 * (128 * 12 * 768 ** 2 + 2 * 128 ** 2 * 768) + 128 * 768 * 50_257],
  // Query and output, key and value of a quarter, three products of feed-forward; the scores
  [llama38b, 512 * (32 * (2.5 * 4096 ** 2 + 3 * 4096 * 14_336) + 4096 * 128_256) + 32 * 2 * 512 ** 2 * 4096],
  // The same with a router, two experts, and another vocabulary
  [mixtral8x7b, 512 * (32 * (2.5 * 4096 ** 2 + 4096 * 8 + 2 * 3 * 4096 * 14_336) + 4096 * 32_000) + 32 * 2 * 512 ** 2 * 4096],
  // 6 encoders of 4 + 8 widths, 6 decoders of 8 + 8; 18 attentions; the scores
  [t5Small, 6 * 128 * (12 + 16) * 512 ** 2 + 18 * 2 * 128 ** 2 * 512 + 128 * 512 * 32_128],
  // Two convolutions; 4 encoders at 1500 positions; 4 decoders of a token: 4 + 2 + 8 widths, its key and value of 1500 positions
  [
    whisperTiny,
    3000 * 3 * 80 * 384 +
      1500 * 3 * 384 ** 2 +
      4 * (1500 * 12 * 384 ** 2 + 2 * 1500 ** 2 * 384) +
      4 * (14 * 384 ** 2 + 2 * 384 + 2 * 1500 * 384 ** 2 + 2 * 1500 * 384) +
      384 * 51_865,
  ],
  // 30 words: four gates of 300 units in two directions, which see 50 + 300 elements; 45 tags
  [lstmTagger, 30 * (2 * 4 * 300 * 350 + 600 * 45)],
  // 200 words, two layers that see 128 + 64 elements; one score
  [lstmSentiment, 2 * 200 * 2 * 4 * 64 * 192 + 128],
];

it.each(byHand.map(([network, macs]) => [network.title, network, macs] as const))(
  "states the MACs of %s that are counted by hand",
  (_, network, macs) => {
    expect(network.figures.macs).toBe(macs);
  },
);

it("has the parameters of the LSTM tagger that are counted by hand", () => {
  // The table; two directions of four gates of 300 units with 50 + 300 weights and a bias; the tags. The paper prints no figures.
  expect(lstmTagger.figures.params).toBe(130_000 * 50 + 2 * 4 * 300 * (50 + 300 + 1) + 600 * 45 + 45);
});

it("has 12.9 billion parameters of Mixtral that a token runs through, as Mistral AI prints", async () => {
  const { layers } = await analyze(mixtral8x7b);
  const experts = layers.filter(({ type }) => type === "experts");
  const stored = experts.reduce((sum, { metrics }) => sum + (metrics["params"]?.["total"]?.value ?? 0), 0);
  expect(experts).toHaveLength(32);
  expect(mixtral8x7b.figures.params! - (6 / 8) * stored).toBe(12_879_925_248); // two of eight experts
});

it("decodes a token of Llama 3 after 2,048 others", async () => {
  const { totals, model } = await analyze(llama38b, { seq: 1, past: 2048 });
  // Every matrix once, and attention to 2,049 positions
  expect(totals["macs"]?.["total"]?.value).toBe(32 * (2.5 * 4096 ** 2 + 3 * 4096 * 14_336) + 4096 * 128_256 + 32 * 2 * 2049 * 4096);
  expect(model.outputs).toHaveLength(65);
  expect(model.outputs[1]).toMatchObject({ dtype: "bfloat16", shape: [1, 8, 2049, 128] });
});

it("has the trained parameters of each of LeNet-5's layers that the paper states", async () => {
  const { layers } = await analyze(lenet5);
  const params = (name: string): number =>
    layers.filter((layer) => layer.name.startsWith(name)).reduce((sum, { metrics }) => sum + (metrics["params"]?.["total"]?.value ?? 0), 0);
  expect(["c1", "s2", "c3", "s4", "c5", "f6"].map(params)).toEqual([156, 12, 1516, 32, 48_120, 10_164]);
});

it("has the 23 convolutions and the output of the U-Net in the paper's figure 1, which prints no figures", async () => {
  const { layers, model } = await analyze(uNet);
  expect(layers.filter(({ type }) => type.startsWith("conv"))).toHaveLength(23);
  expect(model.outputs).toMatchObject([{ shape: [1, 2, 388, 388] }]);
  // Of each convolution: side of the output, kernel elements, input and output channels; of a transposed one, each pixel of the output has one weight a pair of channels.
  const convolutions = [
    [570, 9, 1, 64],
    [568, 9, 64, 64],
    [282, 9, 64, 128],
    [280, 9, 128, 128],
    [138, 9, 128, 256],
    [136, 9, 256, 256],
    [66, 9, 256, 512],
    [64, 9, 512, 512],
    [30, 9, 512, 1024],
    [28, 9, 1024, 1024],
    [56, 4, 1024, 512],
    [54, 9, 1024, 512],
    [52, 9, 512, 512],
    [104, 4, 512, 256],
    [102, 9, 512, 256],
    [100, 9, 256, 256],
    [200, 4, 256, 128],
    [198, 9, 256, 128],
    [196, 9, 128, 128],
    [392, 4, 128, 64],
    [390, 9, 128, 64],
    [388, 9, 64, 64],
    [388, 1, 64, 2],
  ] as const;
  let [params, macs] = [0, 0];
  for (const [side, kernel, from, to] of convolutions) {
    params += kernel * from * to + to;
    macs += side ** 2 * (kernel === 4 ? 1 : kernel) * from * to;
  }
  expect(uNet.figures).toEqual({ params, macs });
});
