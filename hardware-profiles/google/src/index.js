import { contribute, definePlugin, HARDWARE } from "@modelgauge/core";
import { profiles } from "./generated/profiles.ts";
export { profiles };
const plugin = definePlugin("@modelgauge/hardware-google", contribute(HARDWARE, ...profiles));
export default plugin;
