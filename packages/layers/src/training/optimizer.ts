import { check, defineLayerType, type LayerType, product, sameShape, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";

/** Of an optimizer: how many tensors it takes and updates for each trained one, and its work per element. */
interface Rule {
  readonly takes: number;
  readonly gives: number;
  readonly work: Work;
}

const RULES: Readonly<Record<"adagrad" | "adam" | "momentum" | "nesterov", Rule>> = {
  // g = λx + g; h += g²; x −= r g / (√h + ε)
  adagrad: { takes: 3, gives: 2, work: { multiply: 3, add: 4, sqrt: 1, divide: 1 } },
  // g = λx + g; v = αv + (1 − α)g; h = βh + (1 − β)g²; x = (x − r v / (√h + ε)) (1 − λ')
  adam: { takes: 4, gives: 3, work: { multiply: 8, add: 5, sqrt: 1, divide: 1 } },
  // g = λx + g; v = αv + βg; x −= r v
  momentum: { takes: 3, gives: 2, work: { multiply: 4, add: 3 } },
  // g = λx + g; v = αv + βg; x −= r (g + αv)
  nesterov: { takes: 3, gives: 2, work: { multiply: 5, add: 4 } },
};

/**
 * One step of training: updates tensors by their gradients.
 *
 * rate, step: scalars. tensors: those that are trained, then their gradients, then the states that the optimizer keeps (one list
 * for each, two for Adam). Outputs: the trained tensors, then the states. Work: per element, as the update rule has it – Adagrad
 * (Duchi et al., 2011), Adam (Kingma and Ba, 2015), momentum, Nesterov's momentum – with a regularisation of the gradient.
 */
export const optimizer: LayerType = defineLayerType({
  type: "optimizer",
  attributes: z.strictObject({ function: z.enum(["adagrad", "adam", "momentum", "nesterov"]).describe("the update rule") }),
  inputs: { rate: "tensor", step: "tensor", tensors: "tensors" },

  describe({ attributes: { function: name }, inputs: { tensors } }) {
    const { takes, gives, work } = RULES[name];
    const trained = tensors.length / takes;
    check(
      Number.isInteger(trained) && trained > 0,
      () => `${name} takes ${takes} tensors for each trained one, not ${tensors.length} in all`,
    );
    tensors.forEach(({ shape }, index) =>
      check(sameShape(shape, tensors[index % trained]!.shape), () => `tensor ${index} has not the shape of the one it belongs to`),
    );
    const updated = [...tensors.slice(0, trained), ...tensors.slice((takes - gives + 1) * trained)];
    const elements = tensors.slice(0, trained).reduce((sum, { shape }) => sum + product(shape), 0);
    return { outputs: updated.map(({ dtype, shape }) => ({ dtype, shape })), work: scaleWork(work, elements) };
  },
});
