import { Command, Option } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { SWEEP_FORMS, type SweepForm } from "../sweep/render-sweep.ts";

/** `modelgauge merge <parts…>`: joins the parts of a sweep; any split gives the same bytes. */
export const merge: CommandFactory = defineCommand(({ io }) =>
  new Command("merge")
    .summary("join the parts of a sweep")
    .description("Joins what `modelgauge sweep --shard` wrote, in the order of the runs: the same bytes as without shards.")
    .argument("<parts...>", "files of NDJSON")
    .addOption(new Option("--reporter <form>", "form of the answers").choices(SWEEP_FORMS).default("ndjson"))
    .option("--debug", "show where an error comes from")
    .addHelpText(
      "after",
      `
Examples:
  modelgauge merge part1.ndjson part2.ndjson part3.ndjson > sweep.ndjson
  modelgauge merge part*.ndjson --reporter markdown`,
    )
    .action(async (parts: readonly string[], { reporter }: { readonly reporter: SweepForm }) => {
      const [{ readParts }, { renderSweep }] = await Promise.all([import("../sweep/read-parts.ts"), import("../sweep/render-sweep.ts")]);
      await write(io.stdout, await renderSweep(await readParts(parts), reporter));
    }),
);
