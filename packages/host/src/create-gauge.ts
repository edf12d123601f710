import {
  analyzeModel,
  buildModel,
  defineHardwareProfile,
  FRONTENDS,
  HARDWARE,
  type HardwareProfile,
  LAYER_TYPES,
  type LayerType,
  METRIC_OVERRIDES,
  METRICS,
  ModelGaugeError,
  type Plugin,
  REPORTERS,
} from "@modelgauge/core";
import { chooseMetrics } from "./choose-metrics.ts";
import type { Gauge } from "./gauge.ts";
import { inModel, inModelAsync } from "./in-model.ts";
import { lookUp } from "./look-up.ts";
import { openModel } from "./open-model.ts";
import { Registry } from "./registry.ts";

/** What a gauge is made of. */
export interface GaugeOptions {
  /** In the order in which frontends are asked and metrics are reported. One that stands here twice counts once. */
  readonly plugins: readonly Plugin[];
}

/**
 * Wires plugins together. Gauges share nothing with one another.
 *
 * @throws ModelGaugeError `invalid-plugin`; `plugin-conflict` where two plugins contribute the same. What factories contribute is known,
 *   and in conflict or in a cycle, only once it is used.
 */
export function createGauge({ plugins }: GaugeOptions): Gauge {
  const registry = new Registry(plugins);

  const profileOf = (device: string | HardwareProfile): HardwareProfile =>
    typeof device === "string"
      ? lookUp({
          items: registry.all(HARDWARE),
          idOf: HARDWARE.idOf,
          id: device,
          what: `the hardware profile "${device}"`,
          code: "unknown-hardware",
        })
      : defineHardwareProfile(device);

  const layerTypes = (): ReadonlyMap<string, LayerType> =>
    new Map(registry.all(LAYER_TYPES).map((layerType) => [layerType.type, layerType]));

  const open: Gauge["open"] = async (source) => {
    const { model, name } = await openModel(source, registry.all(FRONTENDS));
    return {
      name: model.name,
      format: model.format,
      inputs: model.inputs,
      analyze: ({ hardware = [], metrics, ...bindings } = {}) => {
        const parts = {
          layerTypes: layerTypes(),
          metrics: chooseMetrics(registry.all(METRICS), metrics),
          overrides: registry.all(METRIC_OVERRIDES),
          hardware: distinct(hardware.map(profileOf)),
          source: name,
        };
        return inModel(name, () => analyzeModel(model, bindings, parts));
      },
      build: (bindings = {}) => inModel(name, () => buildModel(model, bindings, layerTypes())),
      inspectWeights: (inspection) =>
        inModelAsync(name, async () => {
          if (model.inspectWeights === undefined) {
            throw new ModelGaugeError({ code: "no-weights", message: `weights of the format ${model.format} cannot be looked into` });
          }
          await model.inspectWeights(inspection);
        }),
    };
  };

  return {
    open,
    analyze: async (source, { inspectWeights, ...options } = {}) => {
      const model = await open(source);
      if (inspectWeights !== undefined) await model.inspectWeights(inspectWeights);
      return model.analyze(options);
    },
    render: (report, reporter) =>
      lookUp({
        items: registry.all(REPORTERS),
        idOf: REPORTERS.idOf,
        id: reporter,
        what: `the reporter "${reporter}"`,
        code: "unknown-reporter",
      }).render(report),
    profile: profileOf,
    get frontends() {
      return registry.all(FRONTENDS);
    },
    get hardware() {
      return registry.all(HARDWARE);
    },
    get layerTypes() {
      return registry.all(LAYER_TYPES);
    },
    get metrics() {
      return registry.all(METRICS);
    },
    get reporters() {
      return registry.all(REPORTERS);
    },
  };
}

/** Each device once. */
function distinct(profiles: readonly HardwareProfile[]): readonly HardwareProfile[] {
  const byId = new Map<string, HardwareProfile>();
  for (const profile of profiles) {
    const known = byId.get(profile.id);
    if (known !== undefined && known !== profile)
      throw new ModelGaugeError({ code: "invalid-profile", message: `two devices are called "${profile.id}"` });
    byId.set(profile.id, profile);
  }
  return [...byId.values()];
}
