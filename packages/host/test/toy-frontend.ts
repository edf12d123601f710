import { bytesSource, defineFrontend, type Frontend, type Model, ModelGaugeError, type Source } from "@modelgauge/core";
import { testModel } from "@modelgauge/testkit";

/** A source of text. */
export function textSource(name: string, text: string): Source {
  return bytesSource(new TextEncoder().encode(text), name);
}

/** `toy 3` is a network of one layer that does 3 multiply-accumulates for each of `n` numbers. */
export const toyFrontend: Frontend = defineFrontend({
  id: "toy",
  title: "Toy",
  recognises: (head) => new TextDecoder().decode(head).startsWith("toy"),
  open: async (source) => {
    const macs = Number(new TextDecoder().decode(await source.read(4, source.size)));
    if (Number.isNaN(macs))
      throw new ModelGaugeError({ code: "malformed-toy", message: `${source.name}:1:5: no number`, hint: "write one" });
    return toyModel(macs);
  },
  objects: {
    recognises: (object) => "toy" in object,
    open: async (object) => toyModel((object as { readonly toy: number }).toy),
  },
});

function toyModel(macs: number): Model {
  const inputs = [{ name: "x", dtype: "float32", shape: ["n"] }] as const;
  const model = testModel("toy", (network) => {
    const x = network.graph.input(inputs[0]);
    const n = x.type !== undefined && "shape" in x.type ? x.type.shape[0]! : 0;
    return network.layer({ name: "layer", inputs: [x] }, { outputs: [{ dtype: "float32", shape: [n] }], work: { mac: macs * n } });
  });
  return { name: "toy", format: "toy", inputs, build: (builder) => model.build(builder) };
}
