// Written by `pnpm generate`; edit what it is made from instead.

import { defineNetwork, type Network } from "../network.ts";

/** AlexNet (two groups, no bias): Krizhevsky et al., ImageNet classification with deep convolutional neural networks, 2012, https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks */
export const alexnetTwoGroup: Network = /* @__PURE__ */ defineNetwork(
  "alexnet-two-group",
  "AlexNet (two groups, no bias)",
  {
    paper:
      "Krizhevsky et al., ImageNet classification with deep convolutional neural networks, 2012, https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",
    figures: { params: 60954656, macs: 724406816, activations: 932264, peak: 440928 },
    published: {
      params: 60954656,
      macs: 724406816,
      activations: 932264,
      peak: 440928,
      document: "MIT 6.5940, lecture 2",
      url: "https://hanlab.mit.edu/courses/2024-fall-65940",
    },
  },
  '// AlexNet as two GPUs ran it: three of its convolutions see only their half of the maps. Weights without biases, as lectures count them.\n{\n  "modelgauge": 1,\n  "name": "AlexNet (two groups, no bias)",\n  "parameters": { "batch": 1 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 3, "stride": 1, "padding": "${kernel // 2}", "groups": 1 },\n      "layers": [\n        {\n          "type": "conv",\n          "filters": "${filters}",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${padding}",\n          "groups": "${groups}",\n        },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n    "pool": { "layers": [{ "type": "pool", "function": "max", "kernel": 3, "strides": 2 }] },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, 224, 224] }],\n  "layers": [\n    { "name": "conv1", "block": "conv", "filters": 96, "kernel": 11, "stride": 4, "padding": 2 },\n    { "name": "pool1", "block": "pool" },\n    { "name": "conv2", "block": "conv", "filters": 256, "kernel": 5, "groups": 2 },\n    { "name": "pool2", "block": "pool" },\n    { "name": "conv3", "block": "conv", "filters": 384 },\n    { "name": "conv4", "block": "conv", "filters": 384, "groups": 2 },\n    { "name": "conv5", "block": "conv", "filters": 256, "groups": 2 },\n    { "name": "pool5", "block": "pool" },\n    { "type": "reshape", "flatten": 1 },\n    { "name": "fc6", "type": "linear", "units": 4096 },\n    { "type": "activation", "function": "relu" },\n    { "name": "fc7", "type": "linear", "units": 4096 },\n    { "type": "activation", "function": "relu" },\n    { "name": "fc8", "type": "linear", "units": 1000 },\n  ],\n  "metadata": {\n    "paper": "Krizhevsky et al., ImageNet classification with deep convolutional neural networks, 2012, https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",\n    "figures": { "params": 60954656, "macs": 724406816, "activations": 932264, "peak": 440928 },\n    "published": {\n      "params": 60954656,\n      "macs": 724406816,\n      "activations": 932264,\n      "peak": 440928,\n      "document": "MIT 6.5940, lecture 2",\n      "url": "https://hanlab.mit.edu/courses/2024-fall-65940",\n    },\n  },\n}\n',
);

/** ConvNeXt-T: Liu et al., A ConvNet for the 2020s, 2022, https://arxiv.org/abs/2201.03545 */
export const convnextTiny: Network = /* @__PURE__ */ defineNetwork(
  "convnext-tiny",
  "ConvNeXt-T",
  {
    paper: "Liu et al., A ConvNet for the 2020s, 2022, https://arxiv.org/abs/2201.03545",
    figures: { params: 28589128, macs: 4455531264 },
    published: {
      params: 28589128,
      macs: 4460000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_tiny.html",
    },
  },
  '// ConvNeXt-T: a ResNet in the manner of a transformer. Depthwise 7×7 convolutions look around, two 1×1 convolutions think.\n{\n  "modelgauge": 1,\n  "name": "ConvNeXt-T",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    // Over the channels of each position.\n    "norm": { "layers": [{ "type": "layer-norm", "axes": [1], "shift": true }] },\n    "residual": {\n      "parameters": { "filters": null },\n      "tensors": [{ "name": "scale", "shape": ["${filters}", 1, 1] }],\n      "layers": [\n        { "name": "depthwise", "type": "conv", "groups": "channels", "kernel": 7, "padding": 3, "bias": true },\n        { "block": "norm" },\n        { "name": "wide", "type": "conv", "filters": "${4 * filters}", "kernel": 1, "bias": true },\n        { "type": "activation", "function": "gelu" },\n        { "name": "narrow", "type": "conv", "filters": "${filters}", "kernel": 1, "bias": true },\n        { "type": "elementwise", "function": "mul", "input": ["narrow", "scale"] },\n        { "type": "elementwise", "function": "add", "input": ["$previous", "$input"] },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "type": "conv", "filters": 96, "kernel": 4, "strides": 4, "bias": true },\n    { "block": "norm" },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [\n        { "filters": 96, "depth": 3 },\n        { "filters": 192, "depth": 3 },\n        { "filters": 384, "depth": 9 },\n        { "filters": 768, "depth": 3 },\n      ],\n      "layers": [\n        {\n          "name": "downsample",\n          "when": "${stage > 0}",\n          "layers": [{ "block": "norm" }, { "type": "conv", "filters": "${filters}", "kernel": 2, "strides": 2, "bias": true }],\n        },\n        { "name": "block${i}", "repeat": "${depth}", "block": "residual", "filters": "${filters}" },\n      ],\n    },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "type": "layer-norm", "shift": true },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Liu et al., A ConvNet for the 2020s, 2022, https://arxiv.org/abs/2201.03545",\n    "figures": { "params": 28589128, "macs": 4455531264 },\n    "published": {\n      "params": 28589128,\n      "macs": 4.46e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_tiny.html",\n    },\n  },\n}\n',
);

/** DenseNet-121: Huang et al., Densely connected convolutional networks, 2017, https://arxiv.org/abs/1608.06993 */
export const densenet121: Network = /* @__PURE__ */ defineNetwork(
  "densenet-121",
  "DenseNet-121",
  {
    paper: "Huang et al., Densely connected convolutional networks, 2017, https://arxiv.org/abs/1608.06993",
    figures: { params: 7978856, macs: 2834161664 },
    published: {
      params: 7978856,
      macs: 2830000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet121.html",
    },
  },
  '// DenseNet-121: each layer adds 32 maps to all that came before; between the stages, their number and the resolution are halved.\n{\n  "modelgauge": 1,\n  "name": "DenseNet-121",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000, "growth": 32 },\n  "blocks": {\n    "norm-relu-conv": {\n      "parameters": { "filters": null, "kernel": 1 },\n      "layers": [\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu" },\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "padding": "${kernel // 2}" },\n      ],\n    },\n    "dense": {\n      "layers": [\n        { "block": "norm-relu-conv", "filters": "${4 * growth}" },\n        { "block": "norm-relu-conv", "filters": "${growth}", "kernel": 3 },\n        { "type": "concat", "axis": 1, "input": ["$input", "$previous"] },\n      ],\n    },\n    "transition": {\n      "layers": [\n        { "block": "norm-relu-conv", "filters": "${size(\'$input\', 1) // 2}" },\n        { "type": "pool", "function": "average", "kernel": 2, "strides": 2 },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "type": "conv", "filters": "${2 * growth}", "kernel": 7, "strides": 2, "padding": 3 },\n    { "type": "batch-norm" },\n    { "type": "activation", "function": "relu" },\n    { "type": "pool", "function": "max", "kernel": 3, "strides": 2, "padding": 1 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [{ "depth": 6 }, { "depth": 12 }, { "depth": 24 }, { "depth": 16 }],\n      "layers": [\n        { "when": "${stage > 0}", "block": "transition" },\n        { "name": "dense${i}", "repeat": "${depth}", "block": "dense" },\n      ],\n    },\n    { "type": "batch-norm" },\n    { "type": "activation", "function": "relu" },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Huang et al., Densely connected convolutional networks, 2017, https://arxiv.org/abs/1608.06993",\n    "figures": { "params": 7978856, "macs": 2834161664 },\n    "published": {\n      "params": 7978856,\n      "macs": 2.83e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet121.html",\n    },\n  },\n}\n',
);

/** EfficientNet-B0: Tan and Le, EfficientNet: rethinking model scaling for convolutional neural networks, 2019, https://arxiv.org/abs/1905.11946 */
export const efficientnetB0: Network = /* @__PURE__ */ defineNetwork(
  "efficientnet-b0",
  "EfficientNet-B0",
  {
    paper: "Tan and Le, EfficientNet: rethinking model scaling for convolutional neural networks, 2019, https://arxiv.org/abs/1905.11946",
    figures: { params: 5288548, macs: 385814752 },
    published: {
      params: 5288548,
      macs: 390000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b0.html",
    },
  },
  '// EfficientNet-B0: inverted residuals with squeeze-and-excitation; the network that its larger siblings scale up.\n{\n  "modelgauge": 1,\n  "name": "EfficientNet-B0",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1 },\n      "layers": [\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "strides": "${stride}", "padding": "${kernel // 2}" },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "swish" },\n      ],\n    },\n    "squeeze-excitation": {\n      "parameters": { "squeezed": null },\n      "layers": [\n        { "type": "global-pool", "function": "average" },\n        { "name": "squeeze", "type": "conv", "filters": "${squeezed}", "kernel": 1, "bias": true },\n        { "type": "activation", "function": "swish" },\n        { "name": "excite", "type": "conv", "filters": "${size(\'$input\', 1)}", "kernel": 1, "bias": true },\n        { "type": "activation", "function": "sigmoid" },\n        { "type": "elementwise", "function": "mul", "input": ["$previous", "$input"] },\n      ],\n    },\n    "inverted-residual": {\n      "parameters": { "kernel": null, "expansion": null, "filters": null, "stride": null },\n      "layers": [\n        { "name": "expand", "when": "${expansion > 1}", "block": "conv", "filters": "${expansion * size(\'$input\', 1)}" },\n        {\n          "name": "depthwise",\n          "type": "conv",\n          "groups": "channels",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${kernel // 2}",\n        },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "swish" },\n        { "block": "squeeze-excitation", "squeezed": "${size(\'$input\', 1) // 4}" },\n        { "name": "project", "type": "conv", "filters": "${filters}", "kernel": 1 },\n        { "type": "batch-norm" },\n        {\n          "when": "${stride == 1 && size(\'$input\', 1) == filters}",\n          "type": "elementwise",\n          "function": "add",\n          "input": ["$previous", "$input"],\n        },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv", "filters": 32, "kernel": 3, "stride": 2 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [\n        { "kernel": 3, "expansion": 1, "filters": 16, "depth": 1, "stride": 1 },\n        { "kernel": 3, "expansion": 6, "filters": 24, "depth": 2, "stride": 2 },\n        { "kernel": 5, "expansion": 6, "filters": 40, "depth": 2, "stride": 2 },\n        { "kernel": 3, "expansion": 6, "filters": 80, "depth": 3, "stride": 2 },\n        { "kernel": 5, "expansion": 6, "filters": 112, "depth": 3, "stride": 1 },\n        { "kernel": 5, "expansion": 6, "filters": 192, "depth": 4, "stride": 2 },\n        { "kernel": 3, "expansion": 6, "filters": 320, "depth": 1, "stride": 1 },\n      ],\n      "layers": [\n        {\n          "name": "block${i}",\n          "repeat": "${depth}",\n          "block": "inverted-residual",\n          "kernel": "${kernel}",\n          "expansion": "${expansion}",\n          "filters": "${filters}",\n          "stride": "${i == 0 ? stride : 1}",\n        },\n      ],\n    },\n    { "name": "head", "block": "conv", "filters": 1280 },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Tan and Le, EfficientNet: rethinking model scaling for convolutional neural networks, 2019, https://arxiv.org/abs/1905.11946",\n    "figures": { "params": 5288548, "macs": 385814752 },\n    "published": {\n      "params": 5288548,\n      "macs": 390e6,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b0.html",\n    },\n  },\n}\n',
);

/** GoogLeNet: Szegedy et al., Going deeper with convolutions, 2015, https://arxiv.org/abs/1409.4842 */
export const googlenet: Network = /* @__PURE__ */ defineNetwork(
  "googlenet",
  "GoogLeNet",
  {
    paper: "Szegedy et al., Going deeper with convolutions, 2015, https://arxiv.org/abs/1409.4842",
    figures: { params: 6624904, macs: 1498376192 },
    published: {
      params: 6624904,
      macs: 1500000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.googlenet.html",
    },
  },
  '// GoogLeNet: inception modules look at their input in four ways at once, and put what they see side by side. Without the two auxiliary\n// classifiers, which only training needs. As torchvision has it: with batch normalisation, and 3×3 where the paper has 5×5 convolutions.\n{\n  "modelgauge": 1,\n  "name": "GoogLeNet",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1 },\n      "layers": [\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "strides": "${stride}", "padding": "${kernel // 2}" },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n    "pool": {\n      "parameters": { "kernel": 3 },\n      "layers": [{ "type": "pool", "function": "max", "kernel": "${kernel}", "strides": 2, "ceil": true }],\n    },\n    "inception": {\n      // Filters: one of 1×1; two reduced for, and given by, a 3×3 convolution; the same of a second; one behind the pooling.\n      "parameters": { "plain": null, "first": null, "second": null, "pooled": null },\n      "layers": [\n        { "name": "branch1", "block": "conv", "filters": "${plain}" },\n        { "name": "reduce2", "block": "conv", "input": "$input", "filters": "${first[0]}" },\n        { "name": "branch2", "block": "conv", "filters": "${first[1]}", "kernel": 3 },\n        { "name": "reduce3", "block": "conv", "input": "$input", "filters": "${second[0]}" },\n        { "name": "branch3", "block": "conv", "filters": "${second[1]}", "kernel": 3 },\n        { "name": "pool4", "type": "pool", "input": "$input", "function": "max", "kernel": 3, "padding": 1 },\n        { "name": "branch4", "block": "conv", "filters": "${pooled}" },\n        { "type": "concat", "axis": 1, "input": ["branch1", "branch2", "branch3", "branch4"] },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "conv1", "block": "conv", "filters": 64, "kernel": 7, "stride": 2 },\n    { "block": "pool" },\n    { "name": "conv2", "block": "conv", "filters": 64 },\n    { "name": "conv3", "block": "conv", "filters": 192, "kernel": 3 },\n    { "block": "pool" },\n    { "name": "3a", "block": "inception", "plain": 64, "first": [96, 128], "second": [16, 32], "pooled": 32 },\n    { "name": "3b", "block": "inception", "plain": 128, "first": [128, 192], "second": [32, 96], "pooled": 64 },\n    { "block": "pool" },\n    { "name": "4a", "block": "inception", "plain": 192, "first": [96, 208], "second": [16, 48], "pooled": 64 },\n    { "name": "4b", "block": "inception", "plain": 160, "first": [112, 224], "second": [24, 64], "pooled": 64 },\n    { "name": "4c", "block": "inception", "plain": 128, "first": [128, 256], "second": [24, 64], "pooled": 64 },\n    { "name": "4d", "block": "inception", "plain": 112, "first": [144, 288], "second": [32, 64], "pooled": 64 },\n    { "name": "4e", "block": "inception", "plain": 256, "first": [160, 320], "second": [32, 128], "pooled": 128 },\n    { "block": "pool", "kernel": 2 },\n    { "name": "5a", "block": "inception", "plain": 256, "first": [160, 320], "second": [32, 128], "pooled": 128 },\n    { "name": "5b", "block": "inception", "plain": 384, "first": [192, 384], "second": [48, 128], "pooled": 128 },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "type": "dropout", "rate": 0.2 },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Szegedy et al., Going deeper with convolutions, 2015, https://arxiv.org/abs/1409.4842",\n    "figures": { "params": 6624904, "macs": 1498376192 },\n    "published": {\n      "params": 6624904,\n      "macs": 1.5e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.googlenet.html",\n    },\n  },\n}\n',
);

/** LeNet-5: LeCun et al., Gradient-based learning applied to document recognition, 1998, http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf */
export const lenet5: Network = /* @__PURE__ */ defineNetwork(
  "lenet-5",
  "LeNet-5",
  {
    paper:
      "LeCun et al., Gradient-based learning applied to document recognition, 1998, http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf",
    figures: { params: 60000, macs: 327256 },
    published: {
      params: 60000,
      macs: 340908,
      document: "the paper, section II.B",
      url: "http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf",
    },
    differs:
      "The paper counts connections: with the biases, each of the four pixels that are averaged, and the distances of the output layer.",
  },
  '// LeNet-5 reads a digit of 32×32 pixels: convolutions and trained subsampling, then distances to one prototype per digit.\n{\n  "modelgauge": 1,\n  "name": "LeNet-5",\n  "parameters": { "batch": 1 },\n  "blocks": {\n    // An average that is scaled and shifted map by map, and squashed.\n    "subsample": {\n      "layers": [\n        { "type": "pool", "function": "average", "kernel": 2, "strides": 2 },\n        { "type": "conv", "kernel": 1, "groups": "channels", "bias": true },\n        { "type": "activation", "function": "sigmoid" },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 1, 32, 32] }],\n  "tensors": [\n    // Which maps of S2 each map of C3 sees (the paper\'s table I): three in a row, four in a row or two pairs, or all.\n    { "name": "threes", "dtype": "int64", "stored": false, "values": [0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5, 0, 4, 5, 0, 1, 5] },\n    {\n      "name": "fours",\n      "dtype": "int64",\n      "stored": false,\n      "values": [0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 0, 3, 4, 5, 0, 1, 4, 5, 0, 1, 2, 5, 0, 1, 3, 4, 1, 2, 4, 5, 0, 2, 3, 5],\n    },\n    { "name": "prototypes", "role": "buffer", "shape": [10, 84] }, // drawn by hand, not trained\n  ],\n  "layers": [\n    { "name": "c1", "type": "conv", "filters": 6, "kernel": 5, "bias": true },\n    { "name": "s2", "block": "subsample" },\n    {\n      "name": "c3",\n      "layers": [\n        { "name": "maps3", "type": "gather", "axis": 1, "input": ["s2", "threes"] },\n        { "name": "conv3", "type": "conv", "filters": 6, "kernel": 5, "groups": 6, "bias": true },\n        { "name": "maps4", "type": "gather", "axis": 1, "input": ["s2", "fours"] },\n        { "name": "conv4", "type": "conv", "filters": 9, "kernel": 5, "groups": 9, "bias": true },\n        { "name": "conv6", "type": "conv", "filters": 1, "kernel": 5, "bias": true, "input": "s2" },\n        { "type": "concat", "axis": 1, "input": ["conv3", "conv4", "conv6"] },\n      ],\n    },\n    { "name": "s4", "block": "subsample" },\n    { "name": "c5", "type": "conv", "filters": 120, "kernel": 5, "bias": true },\n    { "type": "activation", "function": "tanh" },\n    { "type": "reshape", "flatten": 1 },\n    { "name": "f6", "type": "linear", "units": 84, "bias": true },\n    { "type": "activation", "function": "tanh" },\n    { "name": "output", "type": "pairwise-distance", "input": ["$previous", "prototypes"] },\n  ],\n  "metadata": {\n    "paper": "LeCun et al., Gradient-based learning applied to document recognition, 1998, http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf",\n    "figures": { "params": 60000, "macs": 327256 },\n    "published": {\n      "params": 60000,\n      "macs": 340908,\n      "document": "the paper, section II.B",\n      "url": "http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf",\n    },\n    "differs": "The paper counts connections: with the biases, each of the four pixels that are averaged, and the distances of the output layer.",\n  },\n}\n',
);

/** MobileNet V1: Howard et al., MobileNets: efficient convolutional neural networks for mobile vision applications, 2017, https://arxiv.org/abs/1704.04861 */
export const mobilenetV1: Network = /* @__PURE__ */ defineNetwork(
  "mobilenet-v1",
  "MobileNet V1",
  {
    paper:
      "Howard et al., MobileNets: efficient convolutional neural networks for mobile vision applications, 2017, https://arxiv.org/abs/1704.04861",
    figures: { params: 4231976, macs: 568740352 },
    published: { params: 4200000, macs: 569000000, document: "the paper, table 8", url: "https://arxiv.org/abs/1704.04861" },
  },
  '// MobileNet V1: a 3×3 convolution of each channel on its own (depthwise), then a 1×1 convolution over all of them (pointwise).\n{\n  "modelgauge": 1,\n  "name": "MobileNet V1",\n  "parameters": {\n    "batch": 1,\n    "resolution": 224,\n    "classes": 1000,\n    "width": 32, // of the first convolution; all others have a multiple of it. The paper\'s α is width / 32\n  },\n  "blocks": {\n    "separable": {\n      "parameters": { "filters": null, "stride": 1 },\n      "layers": [\n        { "name": "depthwise", "type": "conv", "groups": "channels", "kernel": 3, "strides": "${stride}", "padding": "same" },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu" },\n        { "name": "pointwise", "type": "conv", "filters": "${filters}", "kernel": 1 },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "type": "conv", "filters": "${width}", "kernel": 3, "strides": 2, "padding": "same" },\n    { "type": "batch-norm" },\n    { "type": "activation", "function": "relu" },\n    { "block": "separable", "filters": "${2 * width}" },\n    {\n      "repeat": [\n        { "filters": "${4 * width}", "depth": 1 },\n        { "filters": "${8 * width}", "depth": 1 },\n        { "filters": "${16 * width}", "depth": 5 },\n      ],\n      "layers": [\n        { "block": "separable", "filters": "${filters}", "stride": 2 },\n        { "block": "separable", "filters": "${filters}", "repeat": "${depth}" },\n      ],\n    },\n    { "block": "separable", "filters": "${32 * width}", "stride": 2 },\n    { "block": "separable", "filters": "${32 * width}" },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Howard et al., MobileNets: efficient convolutional neural networks for mobile vision applications, 2017, https://arxiv.org/abs/1704.04861",\n    "figures": { "params": 4231976, "macs": 568740352 },\n    "published": { "params": 4.2e6, "macs": 569e6, "document": "the paper, table 8", "url": "https://arxiv.org/abs/1704.04861" },\n  },\n}\n',
);

/** MobileNet V2: Sandler et al., MobileNetV2: inverted residuals and linear bottlenecks, 2018, https://arxiv.org/abs/1801.04381 */
export const mobilenetV2: Network = /* @__PURE__ */ defineNetwork(
  "mobilenet-v2",
  "MobileNet V2",
  {
    paper: "Sandler et al., MobileNetV2: inverted residuals and linear bottlenecks, 2018, https://arxiv.org/abs/1801.04381",
    figures: { params: 3504872, macs: 300774272 },
    published: {
      params: 3504872,
      macs: 300000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v2.html",
    },
  },
  '// MobileNet V2: inverted residuals. Each block widens, convolves depthwise, and narrows again without an activation; narrow ends are added.\n{\n  "modelgauge": 1,\n  "name": "MobileNet V2",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1 },\n      "layers": [\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "strides": "${stride}", "padding": "${kernel // 2}" },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu6" },\n      ],\n    },\n    "inverted-residual": {\n      "parameters": { "expansion": null, "filters": null, "stride": 1 },\n      "layers": [\n        { "name": "expand", "when": "${expansion > 1}", "block": "conv", "filters": "${expansion * size(\'$input\', 1)}" },\n        { "name": "depthwise", "type": "conv", "groups": "channels", "kernel": 3, "strides": "${stride}", "padding": 1 },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "relu6" },\n        { "name": "project", "type": "conv", "filters": "${filters}", "kernel": 1 },\n        { "type": "batch-norm" },\n        {\n          "when": "${stride == 1 && size(\'$input\', 1) == filters}",\n          "type": "elementwise",\n          "function": "add",\n          "input": ["$previous", "$input"],\n        },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv", "filters": 32, "kernel": 3, "stride": 2 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [\n        { "expansion": 1, "filters": 16, "depth": 1, "stride": 1 },\n        { "expansion": 6, "filters": 24, "depth": 2, "stride": 2 },\n        { "expansion": 6, "filters": 32, "depth": 3, "stride": 2 },\n        { "expansion": 6, "filters": 64, "depth": 4, "stride": 2 },\n        { "expansion": 6, "filters": 96, "depth": 3, "stride": 1 },\n        { "expansion": 6, "filters": 160, "depth": 3, "stride": 2 },\n        { "expansion": 6, "filters": 320, "depth": 1, "stride": 1 },\n      ],\n      "layers": [\n        {\n          "name": "block${i}",\n          "repeat": "${depth}",\n          "block": "inverted-residual",\n          "expansion": "${expansion}",\n          "filters": "${filters}",\n          "stride": "${i == 0 ? stride : 1}",\n        },\n      ],\n    },\n    { "name": "head", "block": "conv", "filters": 1280 },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Sandler et al., MobileNetV2: inverted residuals and linear bottlenecks, 2018, https://arxiv.org/abs/1801.04381",\n    "figures": { "params": 3504872, "macs": 300774272 },\n    "published": {\n      "params": 3504872,\n      "macs": 300e6,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v2.html",\n    },\n  },\n}\n',
);

/** MobileNet V3-Large: Howard et al., Searching for MobileNetV3, 2019, https://arxiv.org/abs/1905.02244 */
export const mobilenetV3Large: Network = /* @__PURE__ */ defineNetwork(
  "mobilenet-v3-large",
  "MobileNet V3-Large",
  {
    paper: "Howard et al., Searching for MobileNetV3, 2019, https://arxiv.org/abs/1905.02244",
    figures: { params: 5483032, macs: 216589760 },
    published: {
      params: 5483032,
      macs: 220000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v3_large.html",
    },
  },
  '// MobileNet V3-Large: inverted residuals as in V2, found by search; some weigh their channels by what the whole image shows.\n{\n  "modelgauge": 1,\n  "name": "MobileNet V3-Large",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1, "function": null },\n      "layers": [\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "strides": "${stride}", "padding": "${kernel // 2}" },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "${function}" },\n      ],\n    },\n    "squeeze-excitation": {\n      "layers": [\n        { "type": "global-pool", "function": "average" },\n        // A quarter of the channels, in eights.\n        { "name": "squeeze", "type": "conv", "filters": "${8 * ceil(size(\'$input\', 1) / 32)}", "kernel": 1, "bias": true },\n        { "type": "activation", "function": "relu" },\n        { "name": "excite", "type": "conv", "filters": "${size(\'$input\', 1)}", "kernel": 1, "bias": true },\n        { "type": "activation", "function": "hard-sigmoid" },\n        { "type": "elementwise", "function": "mul", "input": ["$previous", "$input"] },\n      ],\n    },\n    "inverted-residual": {\n      "parameters": { "kernel": null, "expanded": null, "filters": null, "squeeze": null, "function": null, "stride": null },\n      "layers": [\n        {\n          "name": "expand",\n          "when": "${expanded > size(\'$input\', 1)}",\n          "block": "conv",\n          "filters": "${expanded}",\n          "function": "${function}",\n        },\n        {\n          "name": "depthwise",\n          "type": "conv",\n          "groups": "channels",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${kernel // 2}",\n        },\n        { "type": "batch-norm" },\n        { "type": "activation", "function": "${function}" },\n        { "when": "${squeeze}", "block": "squeeze-excitation" },\n        { "name": "project", "type": "conv", "filters": "${filters}", "kernel": 1 },\n        { "type": "batch-norm" },\n        {\n          "when": "${stride == 1 && size(\'$input\', 1) == filters}",\n          "type": "elementwise",\n          "function": "add",\n          "input": ["$previous", "$input"],\n        },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv", "filters": 16, "kernel": 3, "stride": 2, "function": "hard-swish" },\n    {\n      "name": "block${i}",\n      "repeat": [\n        { "kernel": 3, "expanded": 16, "filters": 16, "squeeze": false, "function": "relu", "stride": 1 },\n        { "kernel": 3, "expanded": 64, "filters": 24, "squeeze": false, "function": "relu", "stride": 2 },\n        { "kernel": 3, "expanded": 72, "filters": 24, "squeeze": false, "function": "relu", "stride": 1 },\n        { "kernel": 5, "expanded": 72, "filters": 40, "squeeze": true, "function": "relu", "stride": 2 },\n        { "kernel": 5, "expanded": 120, "filters": 40, "squeeze": true, "function": "relu", "stride": 1 },\n        { "kernel": 5, "expanded": 120, "filters": 40, "squeeze": true, "function": "relu", "stride": 1 },\n        { "kernel": 3, "expanded": 240, "filters": 80, "squeeze": false, "function": "hard-swish", "stride": 2 },\n        { "kernel": 3, "expanded": 200, "filters": 80, "squeeze": false, "function": "hard-swish", "stride": 1 },\n        { "kernel": 3, "expanded": 184, "filters": 80, "squeeze": false, "function": "hard-swish", "stride": 1 },\n        { "kernel": 3, "expanded": 184, "filters": 80, "squeeze": false, "function": "hard-swish", "stride": 1 },\n        { "kernel": 3, "expanded": 480, "filters": 112, "squeeze": true, "function": "hard-swish", "stride": 1 },\n        { "kernel": 3, "expanded": 672, "filters": 112, "squeeze": true, "function": "hard-swish", "stride": 1 },\n        { "kernel": 5, "expanded": 672, "filters": 160, "squeeze": true, "function": "hard-swish", "stride": 2 },\n        { "kernel": 5, "expanded": 960, "filters": 160, "squeeze": true, "function": "hard-swish", "stride": 1 },\n        { "kernel": 5, "expanded": 960, "filters": 160, "squeeze": true, "function": "hard-swish", "stride": 1 },\n      ],\n      "block": "inverted-residual",\n      "kernel": "${kernel}",\n      "expanded": "${expanded}",\n      "filters": "${filters}",\n      "squeeze": "${squeeze}",\n      "function": "${function}",\n      "stride": "${stride}",\n    },\n    { "name": "head", "block": "conv", "filters": 960, "function": "hard-swish" },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": 1280, "bias": true },\n    { "type": "activation", "function": "hard-swish" },\n    { "name": "classes", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Howard et al., Searching for MobileNetV3, 2019, https://arxiv.org/abs/1905.02244",\n    "figures": { "params": 5483032, "macs": 216589760 },\n    "published": {\n      "params": 5483032,\n      "macs": 220e6,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v3_large.html",\n    },\n  },\n}\n',
);

/** ResNet-18: He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385 */
export const resnet18: Network = /* @__PURE__ */ defineNetwork(
  "resnet-18",
  "ResNet-18",
  {
    paper: "He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385",
    figures: { params: 11689512, macs: 1814073344 },
    published: {
      params: 11689512,
      macs: 1810000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet18.html",
    },
  },
  '// ResNet-18: pairs of 3×3 convolutions, each added to what went into it.\n{\n  "modelgauge": 1,\n  "name": "ResNet-18",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv-norm": {\n      "parameters": { "filters": null, "kernel": null, "stride": 1 },\n      "layers": [\n        { "type": "conv", "filters": "${filters}", "kernel": "${kernel}", "strides": "${stride}", "padding": "${kernel // 2}" },\n        { "type": "batch-norm" },\n      ],\n    },\n    "residual": {\n      "parameters": { "filters": null, "stride": 1 },\n      "layers": [\n        { "block": "conv-norm", "filters": "${filters}", "kernel": 3, "stride": "${stride}" },\n        { "type": "activation", "function": "relu" },\n        { "name": "branch", "block": "conv-norm", "filters": "${filters}", "kernel": 3 },\n        // Where the shape changes, so does the shortcut\'s.\n        {\n          "name": "shortcut",\n          "when": "${stride > 1 || size(\'$input\', 1) != filters}",\n          "block": "conv-norm",\n          "input": "$input",\n          "filters": "${filters}",\n          "kernel": 1,\n          "stride": "${stride}",\n        },\n        { "type": "elementwise", "function": "add", "input": ["branch", "shortcut"] },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv-norm", "filters": 64, "kernel": 7, "stride": 2 },\n    { "type": "activation", "function": "relu" },\n    { "type": "pool", "function": "max", "kernel": 3, "strides": 2, "padding": 1 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [{ "filters": 64 }, { "filters": 128 }, { "filters": 256 }, { "filters": 512 }],\n      "layers": [\n        { "name": "block${i}", "repeat": 2, "block": "residual", "filters": "${filters}", "stride": "${stage > 0 && i == 0 ? 2 : 1}" },\n      ],\n    },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385",\n    "figures": { "params": 11689512, "macs": 1814073344 },\n    "published": {\n      "params": 11689512,\n      "macs": 1.81e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet18.html",\n    },\n  },\n}\n',
);

/** ResNet-50: He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385 */
export const resnet50: Network = /* @__PURE__ */ defineNetwork(
  "resnet-50",
  "ResNet-50",
  {
    paper: "He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385",
    figures: { params: 25557032, macs: 4089184256 },
    published: {
      params: 25557032,
      macs: 4090000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet50.html",
    },
  },
  '// ResNet-50 (v1.5: the 3×3 convolution strides): bottlenecks of 1×1, 3×3 and 1×1 convolutions, each added to what went into it.\n{\n  "modelgauge": 1,\n  "name": "ResNet-50",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv-norm": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1, "groups": 1 },\n      "layers": [\n        {\n          "type": "conv",\n          "filters": "${filters}",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${kernel // 2}",\n          "groups": "${groups}",\n        },\n        { "type": "batch-norm" },\n      ],\n    },\n    "bottleneck": {\n      "parameters": { "width": null, "filters": null, "stride": 1 },\n      "layers": [\n        { "block": "conv-norm", "filters": "${width}" },\n        { "type": "activation", "function": "relu" },\n        { "block": "conv-norm", "filters": "${width}", "kernel": 3, "stride": "${stride}" },\n        { "type": "activation", "function": "relu" },\n        { "name": "branch", "block": "conv-norm", "filters": "${filters}" },\n        // Where the shape changes, so does the shortcut\'s.\n        {\n          "name": "shortcut",\n          "when": "${size(\'$input\', 1) != filters}",\n          "block": "conv-norm",\n          "input": "$input",\n          "filters": "${filters}",\n          "stride": "${stride}",\n        },\n        { "type": "elementwise", "function": "add", "input": ["branch", "shortcut"] },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv-norm", "filters": 64, "kernel": 7, "stride": 2 },\n    { "type": "activation", "function": "relu" },\n    { "type": "pool", "function": "max", "kernel": 3, "strides": 2, "padding": 1 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [{ "depth": 3 }, { "depth": 4 }, { "depth": 6 }, { "depth": 3 }],\n      "layers": [\n        {\n          "name": "block${i}",\n          "repeat": "${depth}",\n          "block": "bottleneck",\n          "width": "${64 * 2 ** stage}",\n          "filters": "${256 * 2 ** stage}",\n          "stride": "${stage > 0 && i == 0 ? 2 : 1}",\n        },\n      ],\n    },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385",\n    "figures": { "params": 25557032, "macs": 4089184256 },\n    "published": {\n      "params": 25557032,\n      "macs": 4.09e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet50.html",\n    },\n  },\n}\n',
);

/** ResNeXt-50 32x4d: Xie et al., Aggregated residual transformations for deep neural networks, 2017, https://arxiv.org/abs/1611.05431 */
export const resnext50: Network = /* @__PURE__ */ defineNetwork(
  "resnext-50",
  "ResNeXt-50 32x4d",
  {
    paper: "Xie et al., Aggregated residual transformations for deep neural networks, 2017, https://arxiv.org/abs/1611.05431",
    figures: { params: 25028904, macs: 4230479872 },
    published: {
      params: 25028904,
      macs: 4230000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnext50_32x4d.html",
    },
  },
  '// ResNeXt-50 32x4d: a ResNet-50 whose 3×3 convolutions are wider, in 32 groups.\n{\n  "modelgauge": 1,\n  "name": "ResNeXt-50 32x4d",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv-norm": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1, "groups": 1 },\n      "layers": [\n        {\n          "type": "conv",\n          "filters": "${filters}",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${kernel // 2}",\n          "groups": "${groups}",\n        },\n        { "type": "batch-norm" },\n      ],\n    },\n    "bottleneck": {\n      "parameters": { "width": null, "filters": null, "stride": 1 },\n      "layers": [\n        { "block": "conv-norm", "filters": "${width}" },\n        { "type": "activation", "function": "relu" },\n        { "block": "conv-norm", "filters": "${width}", "kernel": 3, "stride": "${stride}", "groups": 32 },\n        { "type": "activation", "function": "relu" },\n        { "name": "branch", "block": "conv-norm", "filters": "${filters}" },\n        // Where the shape changes, so does the shortcut\'s.\n        {\n          "name": "shortcut",\n          "when": "${size(\'$input\', 1) != filters}",\n          "block": "conv-norm",\n          "input": "$input",\n          "filters": "${filters}",\n          "stride": "${stride}",\n        },\n        { "type": "elementwise", "function": "add", "input": ["branch", "shortcut"] },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "stem", "block": "conv-norm", "filters": 64, "kernel": 7, "stride": 2 },\n    { "type": "activation", "function": "relu" },\n    { "type": "pool", "function": "max", "kernel": 3, "strides": 2, "padding": 1 },\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [{ "depth": 3 }, { "depth": 4 }, { "depth": 6 }, { "depth": 3 }],\n      "layers": [\n        {\n          "name": "block${i}",\n          "repeat": "${depth}",\n          "block": "bottleneck",\n          "width": "${128 * 2 ** stage}",\n          "filters": "${256 * 2 ** stage}",\n          "stride": "${stage > 0 && i == 0 ? 2 : 1}",\n        },\n      ],\n    },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Xie et al., Aggregated residual transformations for deep neural networks, 2017, https://arxiv.org/abs/1611.05431",\n    "figures": { "params": 25028904, "macs": 4230479872 },\n    "published": {\n      "params": 25028904,\n      "macs": 4.23e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnext50_32x4d.html",\n    },\n  },\n}\n',
);

/** SqueezeNet 1.1: Iandola et al., SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size, 2016, https://arxiv.org/abs/1602.07360 */
export const squeezenet11: Network = /* @__PURE__ */ defineNetwork(
  "squeezenet-1.1",
  "SqueezeNet 1.1",
  {
    paper:
      "Iandola et al., SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size, 2016, https://arxiv.org/abs/1602.07360",
    figures: { params: 1235496, macs: 349151936 },
    published: {
      params: 1235496,
      macs: 350000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.squeezenet1_1.html",
    },
  },
  '// SqueezeNet 1.1: fire modules squeeze the maps to few channels, and expand these by 1×1 and by 3×3 convolutions side by side.\n{\n  "modelgauge": 1,\n  "name": "SqueezeNet 1.1",\n  "parameters": { "batch": 1, "resolution": 224, "classes": 1000 },\n  "blocks": {\n    "conv": {\n      "parameters": { "filters": null, "kernel": 1, "stride": 1, "padding": "${kernel // 2}" },\n      "layers": [\n        {\n          "type": "conv",\n          "filters": "${filters}",\n          "kernel": "${kernel}",\n          "strides": "${stride}",\n          "padding": "${padding}",\n          "bias": true,\n        },\n        { "type": "activation", "function": "relu" },\n      ],\n    },\n    "fire": {\n      "parameters": { "squeeze": null, "expand": "${4 * squeeze}" },\n      "layers": [\n        { "name": "squeeze", "block": "conv", "filters": "${squeeze}" },\n        { "name": "expand1x1", "block": "conv", "filters": "${expand}" },\n        { "name": "expand3x3", "block": "conv", "filters": "${expand}", "kernel": 3, "input": "squeeze" },\n        { "type": "concat", "axis": 1, "input": ["expand1x1", "expand3x3"] },\n      ],\n    },\n    "pool": { "layers": [{ "type": "pool", "function": "max", "kernel": 3, "strides": 2, "ceil": true }] },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "layers": [\n    { "name": "conv1", "block": "conv", "filters": 64, "kernel": 3, "stride": 2, "padding": 0 },\n    { "block": "pool" },\n    { "name": "fire2", "block": "fire", "squeeze": 16 },\n    { "name": "fire3", "block": "fire", "squeeze": 16 },\n    { "block": "pool" },\n    { "name": "fire4", "block": "fire", "squeeze": 32 },\n    { "name": "fire5", "block": "fire", "squeeze": 32 },\n    { "block": "pool" },\n    { "name": "fire6", "block": "fire", "squeeze": 48 },\n    { "name": "fire7", "block": "fire", "squeeze": 48 },\n    { "name": "fire8", "block": "fire", "squeeze": 64 },\n    { "name": "fire9", "block": "fire", "squeeze": 64 },\n    { "type": "dropout", "rate": 0.5 },\n    { "name": "classifier", "block": "conv", "filters": "${classes}" },\n    { "type": "global-pool", "function": "average", "keepDims": false },\n  ],\n  "metadata": {\n    "paper": "Iandola et al., SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size, 2016, https://arxiv.org/abs/1602.07360",\n    "figures": { "params": 1235496, "macs": 349151936 },\n    "published": {\n      "params": 1235496,\n      "macs": 350e6,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.squeezenet1_1.html",\n    },\n  },\n}\n',
);

/** U-Net: Ronneberger et al., U-Net: convolutional networks for biomedical image segmentation, 2015, https://arxiv.org/abs/1505.04597 */
export const uNet: Network = /* @__PURE__ */ defineNetwork(
  "u-net",
  "U-Net",
  {
    paper: "Ronneberger et al., U-Net: convolutional networks for biomedical image segmentation, 2015, https://arxiv.org/abs/1505.04597",
    figures: { params: 31030658, macs: 150428424448 },
  },
  '// U-Net: down four times, up four times; on the way up, each level sees again what it saw on the way down, cropped to its size.\n{\n  "modelgauge": 1,\n  "name": "U-Net",\n  "parameters": { "batch": 1, "resolution": 572, "classes": 2 },\n  "blocks": {\n    "double-conv": {\n      "parameters": { "filters": null },\n      "layers": [\n        {\n          "repeat": 2,\n          "layers": [\n            { "type": "conv", "filters": "${filters}", "kernel": 3, "bias": true },\n            { "type": "activation", "function": "relu" },\n          ],\n        },\n      ],\n    },\n    "crop": {\n      "parameters": { "side": null },\n      "layers": [\n        {\n          "repeat": [{ "axis": 2 }, { "axis": 3 }],\n          "type": "slice",\n          "axis": "${axis}",\n          "start": "${(size(\'$input\', 2) - side) // 2}",\n          "end": "${(size(\'$input\', 2) + side) // 2}",\n        },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 1, "resolution", "resolution"] }],\n  "layers": [\n    {\n      "name": "down${i}",\n      "repeat": 4,\n      "layers": [\n        { "name": "features", "block": "double-conv", "filters": "${64 * 2 ** i}" },\n        { "type": "pool", "function": "max", "kernel": 2, "strides": 2 },\n      ],\n    },\n    { "name": "bottom", "block": "double-conv", "filters": 1024 },\n    {\n      "name": "up${i}",\n      "repeat": 4,\n      "layers": [\n        { "name": "grown", "type": "conv-transpose", "filters": "${512 / 2 ** i}", "kernel": 2, "strides": 2, "bias": true },\n        { "name": "seen", "block": "crop", "input": "down${3 - i}.features", "side": "${size(\'grown\', 2)}" },\n        { "type": "concat", "axis": 1, "input": ["seen", "grown"] },\n        { "block": "double-conv", "filters": "${512 / 2 ** i}" },\n      ],\n    },\n    { "name": "classifier", "type": "conv", "filters": "${classes}", "kernel": 1, "bias": true },\n  ],\n  "metadata": {\n    "paper": "Ronneberger et al., U-Net: convolutional networks for biomedical image segmentation, 2015, https://arxiv.org/abs/1505.04597",\n    "figures": { "params": 31030658, "macs": 150428424448 },\n  },\n}\n',
);

/** VGG-16: Simonyan and Zisserman, Very deep convolutional networks for large-scale image recognition, 2015, https://arxiv.org/abs/1409.1556 */
export const vgg16: Network = /* @__PURE__ */ defineNetwork(
  "vgg-16",
  "VGG-16",
  {
    paper:
      "Simonyan and Zisserman, Very deep convolutional networks for large-scale image recognition, 2015, https://arxiv.org/abs/1409.1556",
    figures: { params: 138357544, macs: 15470264320 },
    published: {
      params: 138357544,
      macs: 15470000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg16.html",
    },
  },
  '// VGG-16: stages of 3×3 convolutions, each stage with half the resolution of the last; most weights sit in the first linear layer.\n{\n  "modelgauge": 1,\n  "name": "VGG-16",\n  "parameters": { "batch": 1, "classes": 1000 },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, 224, 224] }],\n  "layers": [\n    {\n      "name": "stage${stage}",\n      "index": "stage",\n      "repeat": [\n        { "filters": 64, "depth": 2 },\n        { "filters": 128, "depth": 2 },\n        { "filters": 256, "depth": 3 },\n        { "filters": 512, "depth": 3 },\n        { "filters": 512, "depth": 3 },\n      ],\n      "layers": [\n        {\n          "repeat": "${depth}",\n          "layers": [\n            { "type": "conv", "filters": "${filters}", "kernel": 3, "padding": 1, "bias": true },\n            { "type": "activation", "function": "relu" },\n          ],\n        },\n        { "type": "pool", "function": "max", "kernel": 2, "strides": 2 },\n      ],\n    },\n    { "type": "reshape", "flatten": 1 },\n    { "name": "fc1", "type": "linear", "units": 4096, "bias": true },\n    { "type": "activation", "function": "relu" },\n    { "name": "fc2", "type": "linear", "units": 4096, "bias": true },\n    { "type": "activation", "function": "relu" },\n    { "name": "fc3", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Simonyan and Zisserman, Very deep convolutional networks for large-scale image recognition, 2015, https://arxiv.org/abs/1409.1556",\n    "figures": { "params": 138357544, "macs": 15470264320 },\n    "published": {\n      "params": 138357544,\n      "macs": 15.47e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg16.html",\n    },\n  },\n}\n',
);

/** ViT-B/16: Dosovitskiy et al., An image is worth 16x16 words: transformers for image recognition at scale, 2021, https://arxiv.org/abs/2010.11929 */
export const vitB16: Network = /* @__PURE__ */ defineNetwork(
  "vit-b-16",
  "ViT-B/16",
  {
    paper:
      "Dosovitskiy et al., An image is worth 16x16 words: transformers for image recognition at scale, 2021, https://arxiv.org/abs/2010.11929",
    figures: { params: 86567656, macs: 17563828224 },
    published: {
      params: 86567656,
      macs: 17560000000,
      document: "torchvision",
      url: "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_b_16.html",
    },
  },
  '// ViT-B/16: patches of 16×16 pixels are the words of a sentence; a transformer encoder reads them, and a class token beside them.\n{\n  "modelgauge": 1,\n  "name": "ViT-B/16",\n  "parameters": {\n    "batch": 1,\n    "resolution": 224,\n    "classes": 1000,\n    "patch": 16,\n    "width": 768,\n    "heads": 12,\n    "depth": 12,\n    "patches": "${(resolution // patch) ** 2}",\n  },\n  "blocks": {\n    "attention": {\n      "layers": [\n        { "name": "query", "type": "linear", "units": "${width}", "bias": true },\n        { "name": "key", "type": "linear", "units": "${width}", "bias": true, "input": "$input" },\n        { "name": "value", "type": "linear", "units": "${width}", "bias": true, "input": "$input" },\n        { "type": "attention", "heads": "${heads}", "input": ["query", "key", "value"] },\n        { "name": "output", "type": "linear", "units": "${width}", "bias": true },\n      ],\n    },\n    "encoder": {\n      "layers": [\n        { "type": "layer-norm", "shift": true },\n        { "block": "attention" },\n        { "name": "attended", "type": "elementwise", "function": "add", "input": ["$input", "$previous"] },\n        { "type": "layer-norm", "shift": true },\n        { "name": "wide", "type": "linear", "units": "${4 * width}", "bias": true },\n        { "type": "activation", "function": "gelu" },\n        { "name": "narrow", "type": "linear", "units": "${width}", "bias": true },\n        { "type": "elementwise", "function": "add", "input": ["attended", "narrow"] },\n      ],\n    },\n  },\n  "inputs": [{ "name": "image", "shape": ["batch", 3, "resolution", "resolution"] }],\n  "tensors": [\n    { "name": "class", "shape": [1, 1, "${width}"] },\n    { "name": "positions", "shape": [1, "${patches + 1}", "${width}"] },\n  ],\n  "layers": [\n    { "name": "embed", "type": "conv", "filters": "${width}", "kernel": "${patch}", "strides": "${patch}", "bias": true },\n    { "type": "reshape", "shape": ["${batch}", "${width}", "${patches}"] },\n    { "name": "words", "type": "transpose", "permutation": [0, 2, 1] },\n    { "name": "token", "type": "expand", "shape": ["${batch}", 1, "${width}"], "input": "class" },\n    { "type": "concat", "axis": 1, "input": ["token", "words"] },\n    { "type": "elementwise", "function": "add", "input": ["$previous", "positions"] },\n    { "name": "layer${i}", "repeat": "${depth}", "block": "encoder" },\n    { "type": "layer-norm", "shift": true },\n    { "type": "slice", "axis": 1, "end": 1 },\n    { "type": "reshape", "shape": ["${batch}", "${width}"] },\n    { "name": "classifier", "type": "linear", "units": "${classes}", "bias": true },\n  ],\n  "metadata": {\n    "paper": "Dosovitskiy et al., An image is worth 16x16 words: transformers for image recognition at scale, 2021, https://arxiv.org/abs/2010.11929",\n    "figures": { "params": 86567656, "macs": 17563828224 },\n    "published": {\n      "params": 86567656,\n      "macs": 17.56e9,\n      "document": "torchvision",\n      "url": "https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vit_b_16.html",\n    },\n  },\n}\n',
);

/** Every network, by id. */

export const networks: readonly Network[] = [
  alexnetTwoGroup,
  convnextTiny,
  densenet121,
  efficientnetB0,
  googlenet,
  lenet5,
  mobilenetV1,
  mobilenetV2,
  mobilenetV3Large,
  resnet18,
  resnet50,
  resnext50,
  squeezenet11,
  uNet,
  vgg16,
  vitB16,
];
