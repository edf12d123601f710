import { addWork, check, defineLayerType, formatShape, type LayerType, product, sameShape, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";

/** What a method keeps for each parameter, and its work per element of a parameter. */
interface Method {
  readonly states: number;
  readonly work: Work;
}

/** The regularised gradient, N·X + G, takes a multiplication and an add in each. */
const METHODS: Readonly<Record<"adagrad" | "adam" | "momentum" | "nesterov", Method>> = {
  // H + G²; X − r·G / (√H + ε)
  adagrad: { states: 1, work: { multiply: 3, add: 4, sqrt: 1, divide: 1 } },
  // α·V + (1 − α)·G; β·H + (1 − β)·G²; (X − r·V / (√H + ε)) · (1 − N)
  adam: { states: 2, work: { multiply: 8, add: 5, sqrt: 1, divide: 1 } },
  // α·V + β·G; X − r·V
  momentum: { states: 1, work: { multiply: 4, add: 3 } },
  // α·V + β·G; X − r·(G + α·V)
  nesterov: { states: 1, work: { multiply: 5, add: 4 } },
};

/**
 * One step of gradient descent for a group of parameters (Duchi et al., 2011; Kingma and Ba, 2015; Sutskever et al., 2013).
 *
 * rate, step: scalars. tensors: the parameters, then their gradients, then each state of all of them, in groups of one length. Outputs:
 * the new parameters, then the new states. Work, per element of a parameter: adagrad 3 multiplications, 4 adds, a root, a division;
 * adam 8, 5, a root, a division; momentum 4 and 3; nesterov 5 and 4. What is done once a step is left out.
 */
export const optimizerStep: LayerType = defineLayerType({
  type: "optimizer-step",
  attributes: z.strictObject({
    method: z.enum(["adagrad", "adam", "momentum", "nesterov"]).describe("how parameters follow their gradients"),
  }),
  inputs: { rate: "tensor", step: "tensor", tensors: "tensors" },

  describe({ attributes: { method }, inputs: { tensors } }) {
    const { states, work } = METHODS[method];
    const groups = 2 + states;
    check(tensors.length % groups === 0, () => `${tensors.length} tensors do not divide into parameters, gradients and ${states} states`);
    const count = tensors.length / groups;
    tensors.forEach(({ shape }, index) => {
      const parameter = tensors[index % count]!;
      check(
        sameShape(shape, parameter.shape),
        () => `tensor ${index} is ${formatShape(shape)}, its parameter ${formatShape(parameter.shape)}`,
      );
    });
    const parameters = tensors.slice(0, count);
    return {
      outputs: [...parameters, ...tensors.slice(2 * count)].map(({ dtype, shape }) => ({ dtype, shape })),
      work: addWork(...parameters.map(({ shape }) => scaleWork(work, product(shape)))),
      ...(parameters[0] && { compute: parameters[0].dtype }),
    };
  },
});
