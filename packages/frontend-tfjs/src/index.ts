import { contribute, definePlugin, FRONTENDS, type Plugin } from "@modelgauge/core";
import { tfjsFrontend } from "./frontend.ts";
import { layers } from "./generated/layers.ts";
import { TFJS_LAYERS } from "./layer-translator.ts";

export { tfjsFrontend } from "./frontend.ts";

const plugin: Plugin = definePlugin(
  "@modelgauge/frontend-tfjs",
  contribute(FRONTENDS, ({ all }) => tfjsFrontend({ layers: all(TFJS_LAYERS) })),
  contribute(TFJS_LAYERS, ...layers),
);

export default plugin;
