import type { Plugin } from "@modelgauge/core";

/** What a config file holds: `modelgauge.config.ts`, `.mjs`, `.js` or `.json`. */
export interface Config {
  /** Plugins beside the default ones, or what to import them from: a package's name, or a path from the config file. */
  readonly plugins?: readonly (Plugin | string)[];
}

/** Types the default export of a config file. */
export function defineConfig(config: Config): Config {
  return config;
}
