import { addWork, bytesOf, check, defineLayerType, DTYPES, formatShape, type LayerType, product, scaleWork } from "@modelgauge/core";
import { z } from "zod";
import { ACTIVATION_FUNCTIONS } from "../activation/functions.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Mixture of experts (Shazeer et al., "Outrageously large neural networks: the sparsely-gated mixture-of-experts layer", 2017): each
 * token runs through the `active` experts with the highest scores, and takes the sum of what they give, weighted by the scores. An
 * expert is a product with `units` columns, an activation function, and a product back; a gated one multiplies with a second product
 * in between (Shazeer, "GLU variants improve transformer", 2020). What computes the scores is a layer of its own.
 *
 * x: […, hidden]; scores: [tokens, experts]. Output: x's shape.
 * Work: tokens × active × hidden × units × 2 MACs (× 3 where gated): only the experts that run count. Per token, softmax over the
 * scores, and for each active expert a comparison with each score. Traffic: of the weights, those of the experts that run, at most
 * tokens × active of them.
 */
export const experts: LayerType = defineLayerType({
  type: "experts",
  attributes: z.strictObject({
    experts: wholeFrom(1).describe("experts that there are"),
    active: wholeFrom(1).default(1).describe("experts that each token runs through"),
    units: wholeFrom(0).describe("hidden size of an expert"),
    function: z
      .enum(Object.keys(ACTIVATION_FUNCTIONS))
      .optional()
      .describe("activation function between the products; none where left out"),
    gated: z.boolean().default(false).describe("whether what the function gives is multiplied with a second product"),
    bias: z.boolean().default(false).describe("whether a bias is added after each product"),
    weightDtype: z.enum(DTYPES).optional().describe("dtype of the stored weights; the input's where left out"),
  }),
  inputs: { x: "tensor", scores: "tensor" },

  weights: ({ experts, units, gated, bias, weightDtype: dtype }, { x }) => {
    const hidden = x.shape.at(-1) ?? 0;
    const rows = units * (gated ? 2 : 1);
    return {
      up: { shape: [experts, rows, hidden], ...(dtype && { dtype }) },
      upBias: bias && { shape: [experts, rows], role: "bias" },
      down: { shape: [experts, hidden, units], ...(dtype && { dtype }) },
      downBias: bias && { shape: [experts, hidden], role: "bias" },
    };
  },

  describe({ attributes, inputs: { x, scores } }) {
    const { experts, active, units, function: name, gated, bias, weightDtype } = attributes;
    check(active <= experts, () => `${active} of ${experts} experts cannot be active`);
    const hidden = x.shape.at(-1) ?? 0;
    const tokens = product(x.shape.slice(0, -1));
    check(
      scores.shape.at(-1) === experts && product(scores.shape) === tokens * experts,
      () => `scores of ${formatShape(scores.shape)} are not those of ${tokens} tokens and ${experts} experts`,
    );
    const products = gated ? 3 : 2;
    const perExpert = addWork(
      { mac: hidden * units * products },
      name === undefined ? {} : scaleWork(ACTIVATION_FUNCTIONS[name]!.work, units),
      { multiply: gated ? units : 0 },
      bias ? { add: units * (products - 1) + hidden } : {},
      { multiply: hidden, add: hidden, compare: experts }, // weighted and summed; chosen
    );
    const routing = scaleWork({ compare: 1, add: 2, exp: 1, divide: 1 }, experts);
    const stored = bytesOf(weightDtype ?? x.dtype, hidden * units * products) ?? 0;
    const operands = (bytesOf(x.dtype, product(x.shape)) ?? 0) + (bytesOf(scores.dtype, product(scores.shape)) ?? 0);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: scaleWork(addWork(scaleWork(perExpert, active), routing), tokens),
      traffic: { read: operands + stored * Math.min(experts, tokens * active) },
    };
  },
});
