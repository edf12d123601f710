// Written by `pnpm generate`; edit what it is made from instead.
import type { HardwareProfile } from "@modelgauge/core";
/** Every profile of this package. */
export const profiles: readonly HardwareProfile[] = [];
