import { type Description, type Model, OPERATION_KINDS, type OperationKind, type Tensor } from "@modelgauge/core";
import fc from "fast-check";
import { testModel } from "../network.ts";
import { anySize } from "./sizes.ts";
import { anyDType } from "./value.ts";

const anyType = fc.record({ dtype: anyDType, shape: fc.array(anySize, { maxLength: 3 }) });

const anyDescribedLayer = fc.record({
  outputs: fc.array(anyType, { minLength: 1, maxLength: 2 }),
  work: fc.dictionary(fc.constantFrom<OperationKind>(...OPERATION_KINDS), anySize, { maxKeys: 4 }),
});

const anyNetworkLayer = fc.record({
  /** Which tensor so far it reads. */
  reads: fc.nat({ max: 20 }),
  /** null, now and then: nothing describes the layer. */
  description: fc.option<Description>(anyDescribedLayer, { freq: 8 }),
  weights: fc.array(fc.array(anySize, { maxLength: 3 }), { maxLength: 2 }),
});

/** Networks of layers with any work, sizes and weights, some of them not described. */
export const anyNetwork: fc.Arbitrary<Model> = fc
  .record({ input: anyType, layers: fc.array(anyNetworkLayer, { maxLength: 6 }) })
  .map(({ input, layers }) => {
    const model = testModel("network", (network) => {
      const tensors: Tensor[] = [network.input("x", input)];
      layers.forEach(({ reads, description, weights }, index) => {
        const name = `layer${index}`;
        const layer = { name, inputs: [tensors[reads % tensors.length]] };
        const stored = weights.map((shape, weight) => network.stored(`${name}.${weight}`, shape));
        const outputs =
          description === null ? network.undescribed(layer, undefined) : network.layer({ ...layer, weights: stored }, description);
        tensors.push(...outputs);
      });
      return [tensors.at(-1)!];
    });
    // What a failed property prints.
    return Object.assign(model, { toString: () => JSON.stringify({ input, layers }) });
  });
