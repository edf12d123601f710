// tsyringe reads decorator metadata when it loads.
import "reflect-metadata";
import { type Contributed, type ExtensionPoint, type Extensions, ModelGaugeError, type Plugin } from "@modelgauge/core";
import { type DependencyContainer, container as globalContainer, instanceCachingFactory } from "tsyringe";
import { lookUp } from "./look-up.ts";

/** What plugins contribute, each factory called once, when something first asks for its extension point. */
export class Registry implements Extensions {
  /** One container a gauge: two gauges share nothing, and the global container holds nothing. */
  readonly #container: DependencyContainer = globalContainer.createChildContainer();
  /** Extension point → id → the plugin that contributes it. */
  readonly #owners = new Map<symbol, Map<string, string>>();
  /** The factories that are running, each asked for by the one before. */
  readonly #running: string[] = [];

  /**
   * @throws ModelGaugeError `invalid-plugin` where something is no plugin; `plugin-conflict` where two plugins contribute the same
   */
  constructor(plugins: readonly Plugin[]) {
    for (const plugin of new Set(plugins)) {
      for (const { point, values } of contributionsOf(plugin)) {
        for (const value of values) this.#register(plugin.name, point, value);
      }
    }
  }

  /**
   * Every contribution to a point, in the order of the plugins.
   *
   * @throws ModelGaugeError `plugin-conflict` where a factory makes what another plugin contributes; `plugin-cycle` where factories wait
   *   for one another
   */
  all<T>(point: ExtensionPoint<T>): readonly T[] {
    return this.#container.isRegistered(point.key) ? this.#container.resolveAll<T>(point.key) : [];
  }

  one<T>(point: ExtensionPoint<T>, id: string): T {
    return lookUp({ items: this.all(point), idOf: point.idOf, id, what: `"${id}" to ${point.name}`, code: "unknown-extension" });
  }

  #register<T>(plugin: string, point: ExtensionPoint<T>, contributed: Contributed<T>): void {
    if (typeof contributed === "function") {
      const factory = contributed as (extensions: Extensions) => T;
      this.#container.register<T>(point.key, { useFactory: instanceCachingFactory(() => this.#make(plugin, point, factory)) });
    } else {
      this.#claim(plugin, point, contributed);
      this.#container.register<T>(point.key, { useValue: contributed });
    }
  }

  #make<T>(plugin: string, point: ExtensionPoint<T>, factory: (extensions: Extensions) => T): T {
    const step = `"${plugin}" (${point.name})`;
    if (this.#running.includes(step)) {
      const cycle = [...this.#running.slice(this.#running.indexOf(step)), step];
      throw new ModelGaugeError({ code: "plugin-cycle", message: `plugins wait for one another: ${cycle.join(" → ")}` });
    }
    this.#running.push(step);
    try {
      const value = factory({ all: (other) => this.all(other), one: (other, id) => this.one(other, id) });
      this.#claim(plugin, point, value);
      return value;
    } finally {
      this.#running.pop();
    }
  }

  #claim<T>(plugin: string, point: ExtensionPoint<T>, value: T): void {
    const id = idOf(plugin, point, value);
    const owners = this.#owners.get(point.key) ?? new Map<string, string>();
    this.#owners.set(point.key, owners);
    const owner = owners.get(id);
    if (owner !== undefined) {
      const who = owner === plugin ? `plugin "${plugin}" contributes it twice` : `plugins "${owner}" and "${plugin}" both contribute it`;
      throw new ModelGaugeError({ code: "plugin-conflict", message: `${point.name} has two "${id}": ${who}` });
    }
    owners.set(id, plugin);
  }
}

function contributionsOf(plugin: Plugin): Plugin["contributions"] {
  const { name, contributions } = (plugin ?? {}) as Partial<Plugin>;
  if (typeof name === "string" && Array.isArray(contributions)) return contributions;
  throw new ModelGaugeError({
    code: "invalid-plugin",
    message: `something that is no plugin stands among the plugins: ${typeof name === "string" ? `"${name}"` : plugin === null ? "null" : typeof plugin}`,
    hint: "a plugin is what `definePlugin` returns: the default export of its package",
  });
}

function idOf<T>(plugin: string, point: ExtensionPoint<T>, value: T): string {
  let id: unknown;
  try {
    id = point.idOf(value);
  } catch {
    id = undefined;
  }
  if (typeof id === "string" && id !== "") return id;
  throw new ModelGaugeError({ code: "invalid-plugin", message: `plugin "${plugin}" contributes something without an id to ${point.name}` });
}
