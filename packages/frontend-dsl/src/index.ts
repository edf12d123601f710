import { contribute, definePlugin, FRONTENDS, LAYER_TYPES, type Plugin } from "@modelgauge/core";
import { dslFrontend } from "./frontend.ts";

export { dslFrontend } from "./frontend.ts";
export { documentSchema } from "./schema/document-schema.ts";
export type { JsonSchema, JsonType } from "./schema/json-schema.ts";
export { writeDocument, type WriteOptions } from "./write/write-document.ts";

const plugin: Plugin = definePlugin(
  "@modelgauge/frontend-dsl",
  contribute(FRONTENDS, ({ all }) => dslFrontend(all(LAYER_TYPES))),
);

export default plugin;
