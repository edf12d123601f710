import { check } from "@modelgauge/core";
import { JsonValue } from "../json/json-value.ts";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/** What joins the outputs of both directions, by Keras' words. */
const MERGES: Readonly<Record<string, { readonly type: string; readonly attributes: object }>> = {
  concat: { type: "concat", attributes: { axis: -1 } },
  sum: { type: "elementwise", attributes: { function: "add" } },
  mul: { type: "elementwise", attributes: { function: "mul" } },
  ave: { type: "elementwise", attributes: { function: "mean" } },
};

/**
 * Keras Bidirectional: a recurrent layer, and its copy that reads the sequence from its end. The backward steps are turned round where
 * all are given out. https://keras.io/api/layers/recurrent_layers/bidirectional/
 */
export const bidirectionalLayer: TfjsLayer = defineTfjsLayer({
  className: "Bidirectional",
  translate(context) {
    const { layer, inputs, step, add, undescribed } = context;
    const [x, ...states] = inputs;
    check(x !== undefined, "takes an input");
    const forward = renamed(layer.config.at("layer"), "forward");
    const backward = layer.config.has("backward_layer") ? layer.config.at("backward_layer") : renamed(layer.config.at("layer"), "backward");
    const given = context.named.get("initial_state") ?? states;
    const half = given.length / 2;
    const first = context.inner(forward, [x, ...given.slice(0, half)]);
    const second = context.inner(backward, [x, ...given.slice(half)]);
    if (first === undefined || second === undefined) return undescribed("the layer inside is not described");
    const sequence = layer.config.at("layer").at("config").at("return_sequences").flag(false);
    const [last] = sequence ? step("in-order", "reverse", [second[0]], { axes: [1] }) : second;
    check(first[0] !== undefined && last !== undefined, "the layer inside has no output");
    const merged = layer.config.has("merge_mode") ? layer.config.at("merge_mode").word(["concat", "sum", "mul", "ave"]) : undefined;
    const outputs = merged === undefined ? 2 : 1;
    [...first.slice(1), ...second.slice(1)].forEach((state, index) => add("identity", [state], {}, { outputs: [outputs + index] }));
    if (merged !== undefined) return add(MERGES[merged]!.type, [first[0], last], { ...MERGES[merged]!.attributes });
    add("identity", [last], {}, { outputs: [1] });
    add("identity", [first[0]]);
  },
});

/** The wrapped layer's configuration under the name that Keras gives the copy of one direction. */
function renamed(json: JsonValue, direction: "forward" | "backward"): JsonValue {
  const config = json.at("config").object();
  const name = json.at("config").at("name").text("");
  const given = name.startsWith(`${direction}_`) ? name : `${direction}_${name}`;
  const value = { ...json.object(), config: { ...config, name: given } };
  return new JsonValue(value, `${json.path}#${direction}`);
}
