import type { Gauge } from "@modelgauge/host";
import type { Command } from "commander";
import { collect } from "./options/collect.ts";

/** Where plugins come from, beside the default ones. */
export interface GaugeSources {
  /** Modules to import plugins from. */
  readonly plugin?: readonly string[];
  /** Path of a config file; one in the current folder where absent. */
  readonly config?: string;
}

/** Adds the options of a command that needs a gauge, {@link GaugeSources}. */
export function withGaugeOptions(command: Command): Command {
  return command
    .option("--plugin <module>", "add a plugin: a package's name or a path (repeatable)", collect)
    .option("--config <file>", "config file (default: modelgauge.config.{ts,mts,mjs,js,json} in this folder)")
    .option("--debug", "show where an error comes from");
}

/**
 * Wires the default plugins and those that the caller names.
 *
 * @throws ModelGaugeError `invalid-config`, `plugin-not-loaded`, or what `createGauge` throws
 */
export async function loadGauge({ plugin = [], config }: GaugeSources): Promise<Gauge> {
  const [{ createGauge }, { defaultPlugins }, { findConfig }] = await Promise.all([
    import("@modelgauge/host"),
    import("./default-plugins.ts"),
    import("./find-config.ts"),
  ]);
  const file = config ?? findConfig(process.cwd());
  if (file === undefined && plugin.length === 0) return createGauge({ plugins: defaultPlugins });
  const { loadPlugins } = await import("./load-plugins.ts");
  return createGauge({ plugins: [...defaultPlugins, ...(await loadPlugins({ config: file, modules: plugin }))] });
}
