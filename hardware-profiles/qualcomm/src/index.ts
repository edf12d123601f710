import { contribute, definePlugin, HARDWARE, type Plugin } from "@modelgauge/core";
import { profiles } from "./generated/profiles.ts";

export { profiles };

const plugin: Plugin = definePlugin("@modelgauge/hardware-qualcomm", contribute(HARDWARE, ...profiles));
export default plugin;
