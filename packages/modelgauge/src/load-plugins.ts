import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ModelGaugeError, type Plugin } from "@modelgauge/core";
import { createJiti } from "jiti";
import type { Config } from "./config.ts";

/** What to load plugins from. */
export interface PluginSources {
  readonly config: string | undefined;
  /** Package names, or paths from the current folder. */
  readonly modules: readonly string[];
}

/**
 * Loads the plugins of a config file, then those of modules.
 *
 * @throws ModelGaugeError `invalid-config`; `plugin-not-loaded`, naming the module and the cause
 */
export async function loadPlugins({ config, modules }: PluginSources): Promise<readonly Plugin[]> {
  return [...(config === undefined ? [] : await configured(config)), ...(await importAll(modules, process.cwd()))];
}

async function configured(file: string): Promise<readonly Plugin[]> {
  const path = resolve(file);
  const config = file.endsWith(".json") ? await readJson(file) : await importConfig(file);
  const { plugins = [], ...others } = config as Config;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw invalid(file, `knows no "${unknown}", only "plugins"`);
  if (!Array.isArray(plugins)) throw invalid(file, '"plugins" must be a list');
  const loaded = plugins.map((plugin) => (typeof plugin === "string" ? importPlugin(plugin, dirname(path)) : Promise.resolve(plugin)));
  return Promise.all(loaded);
}

async function readJson(file: string): Promise<object> {
  try {
    return object(file, JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw cause instanceof ModelGaugeError ? cause : invalid(file, messageOf(cause), cause);
  }
}

async function importConfig(file: string): Promise<object> {
  let config: unknown;
  try {
    config = await importDefault(pathToFileURL(resolve(file)).href, dirname(resolve(file)));
  } catch (cause) {
    throw invalid(file, `cannot be loaded: ${messageOf(cause)}`, cause);
  }
  return object(file, config);
}

function object(file: string, config: unknown): object {
  if (typeof config === "object" && config !== null && !Array.isArray(config)) return config;
  throw invalid(file, "holds no config: export default defineConfig({ plugins: [ … ] })");
}

function importAll(modules: readonly string[], folder: string): Promise<readonly Plugin[]> {
  return Promise.all(modules.map((module) => importPlugin(module, folder)));
}

async function importPlugin(module: string, folder: string): Promise<Plugin> {
  try {
    return (await importDefault(module, folder)) as Plugin;
  } catch (cause) {
    throw new ModelGaugeError({ code: "plugin-not-loaded", message: `plugin "${module}" cannot be loaded: ${messageOf(cause)}`, cause });
  }
}

/** The default export of a module, TypeScript included, whatever the version of Node. */
function importDefault(module: string, folder: string): Promise<unknown> {
  const jiti = createJiti(pathToFileURL(`${folder}/`).href, { fsCache: false, tryNative: true });
  return jiti.import(module, { default: true });
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}

function invalid(file: string, message: string, cause?: unknown): ModelGaugeError {
  return new ModelGaugeError({ code: "invalid-config", message: `${file}: ${message}`, cause });
}
