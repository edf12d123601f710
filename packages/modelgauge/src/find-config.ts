import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["ts", "mts", "mjs", "js", "json"].map((extension) => `modelgauge.config.${extension}`);

/** Path of the config file of a folder; undefined where it has none. */
export function findConfig(folder: string): string | undefined {
  return NAMES.map((name) => join(folder, name)).find((file) => existsSync(file));
}
