import { contribute, defineMetric, definePlugin, METRICS, type Plugin, scaleFigure, UNKNOWN } from "@modelgauge/core";

const GRAMS_PER_JOULE = 400 / 3.6e6; // 400 g of CO₂ per kWh

const carbon = defineMetric({
  id: "carbon",
  title: "Carbon",
  per: "hardware",
  figures: { total: { unit: "g", description: "CO₂ for the energy of one run" } },
  needs: ["energy"],
  measure: ({ measured }) => ({ totals: { total: scaleFigure(measured("energy").totals.total ?? UNKNOWN, GRAMS_PER_JOULE, "estimate") } }),
});
const plugin: Plugin = definePlugin("acme-carbon", contribute(METRICS, carbon));
export default plugin;
