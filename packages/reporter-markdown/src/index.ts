import { contribute, definePlugin, type Plugin, REPORTERS } from "@modelgauge/core";
import { markdown } from "./markdown.ts";

export { formatFigure } from "./format-figure.ts";
export { readable } from "./format-number.ts";
export { markdown } from "./markdown.ts";

/** Contributes the reporter `markdown`. */
const plugin: Plugin = definePlugin("@modelgauge/reporter-markdown", contribute(REPORTERS, markdown));
export default plugin;
