import { contribute, definePlugin, type Plugin, REPORTERS } from "@modelgauge/core";
import { json } from "./json.ts";

export { reportSchema } from "./generated/report-schema.ts";
export { json, jsonLine } from "./json.ts";

/** Contributes the reporter `json`. */
const plugin: Plugin = definePlugin("@modelgauge/reporter-json", contribute(REPORTERS, json));
export default plugin;
