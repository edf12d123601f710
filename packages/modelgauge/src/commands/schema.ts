import { Command } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";

interface Options extends GaugeSources {
  readonly output?: string;
}

/** `modelgauge schema`: the JSON Schema of networks written in the DSL, with the layer types of all plugins. */
export const schema: CommandFactory = defineCommand(({ io }) =>
  withGaugeOptions(
    new Command("schema")
      .summary("write the JSON Schema of the DSL, for editors")
      .description("Writes the JSON Schema of networks in the DSL: editors that know it complete and check layers, those of plugins too.")
      .option("--output <file>", "write the schema to a file instead of stdout"),
  )
    .addHelpText(
      "after",
      `
Examples:
  modelgauge schema > schema.json      and, as the first line of a network, "$schema": "./schema.json"
  modelgauge schema --plugin ./acme-layers.js --output schema.json`,
    )
    .action(async ({ output, ...sources }: Options) => {
      const [gauge, { documentSchema }] = await Promise.all([loadGauge(sources), import("@modelgauge/frontend-dsl")]);
      const text = `${JSON.stringify(documentSchema(gauge.layerTypes), undefined, 2)}\n`;
      if (output === undefined) await write(io.stdout, text);
      else await (await import("../write-output.ts")).writeOutput(output, text);
    }),
);
