import { contribute, definePlugin, FRONTENDS, type Plugin } from "@modelgauge/core";
import { tfjsFrontend } from "./frontend.ts";
import { layers } from "./generated/layers.ts";
import { ops } from "./generated/ops.ts";
import { TFJS_LAYERS } from "./layer-translator.ts";
import { TFJS_OPS } from "./op-translator.ts";

export { fileListSource, type ListedFile } from "./file-list-source.ts";
export { tfjsFrontend } from "./frontend.ts";
export type { GraphFunction, GraphNode, NodeInput } from "./graph/graph-def.ts";
export type { ElementContent, HandleContent, ListContent, TableContent } from "./graph/handles.ts";
export { TfNode } from "./graph/tf-node.ts";
export type { TripCount } from "./graph/trip-count.ts";
export { JsonValue } from "./json/json-value.ts";
export type { KerasLayer } from "./keras/keras-layer.ts";
export type { WeightRole } from "./keras/layer-weights.ts";
export type { AddOptions, StepOptions } from "./layer-emitter.ts";
export {
  defineTfjsLayer,
  defineTfjsLayers,
  TFJS_LAYERS,
  type TfjsLayer,
  type TfjsLayerContext,
  type TfjsLayersDefinition,
  type WeightOptions,
} from "./layer-translator.ts";
export {
  defineTfjsOp,
  defineTfjsOps,
  type InputKind,
  type InputKinds,
  type OperandsOf,
  TFJS_OPS,
  type TfjsOp,
  type TfjsOpContext,
  type TfjsOpsDefinition,
} from "./op-translator.ts";
export type { Translators } from "./tfjs-model.ts";

const plugin: Plugin = definePlugin(
  "@modelgauge/frontend-tfjs",
  contribute(FRONTENDS, ({ all }) => tfjsFrontend({ layers: all(TFJS_LAYERS), ops: all(TFJS_OPS) })),
  contribute(TFJS_LAYERS, ...layers),
  contribute(TFJS_OPS, ...ops),
);

export default plugin;
