import { contribute, definePlugin, LAYER_TYPES, type Plugin } from "@modelgauge/core";
import { layerTypes } from "./generated/layer-types.ts";

export * from "./generated/layer-types.ts";

const plugin: Plugin = definePlugin("@modelgauge/layers", contribute(LAYER_TYPES, ...layerTypes));

export default plugin;
