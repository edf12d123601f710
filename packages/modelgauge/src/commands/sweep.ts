import { basename } from "node:path";
import type { Bindings, Precision } from "@modelgauge/core";
import { Command, Option } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { collectInput } from "../options/inputs.ts";
import { collectList, collectRange, parseShard } from "../options/ranges.ts";
import { parsePrecision } from "../options/precision.ts";
import { Progress } from "../progress.ts";
import type { PartLine } from "../sweep/read-parts.ts";
import { SWEEP_FORMS, type SweepForm } from "../sweep/render-sweep.ts";
import { type Shard, shardOf, sweepRuns } from "../sweep/sweep-runs.ts";

interface Options extends GaugeSources {
  readonly dim?: Readonly<Record<string, readonly number[]>>;
  readonly input?: NonNullable<Bindings["inputs"]>;
  readonly precision?: readonly Precision[];
  readonly hardware?: readonly string[];
  readonly shard?: Shard;
  readonly reporter: SweepForm;
}

/** `modelgauge sweep <models…>`: every combination of models, precisions, devices and sizes of dims. */
export const sweep: CommandFactory = defineCommand(({ io }) =>
  withGaugeOptions(
    new Command("sweep")
      .summary("analyse networks over sizes, precisions and devices")
      .description(
        "Analyses every combination of networks, precisions, devices and sizes of dims; streams a line of NDJSON for each, or writes a table.",
      )
      .argument("<models...>", "model files")
      .option("--dim <name=sizes>", "sizes of a dimension, as in batch=1,2,4 (repeatable)", collectRange)
      .option(
        "--input <name=type>",
        "type of an input in place of the files', as in x=1x3xsizexsize for --dim size=128,224 (repeatable)",
        collectInput,
      )
      .option(
        "--precision <types>",
        "a precision to try, as in weights=int8,activations=float16 (repeatable)",
        (text: string, before: readonly Precision[] | undefined) => [...(before ?? []), parsePrecision(text)],
      )
      .option("--hardware <devices>", "devices to time the networks on: ids or JSON files, as in a,b (repeatable)", collectList)
      .option("--shard <part>", "run one part of so many, as in 2/7: `modelgauge merge` joins them", parseShard)
      .addOption(new Option("--reporter <form>", "form of the answers").choices(SWEEP_FORMS).default("ndjson")),
  )
    .addHelpText(
      "after",
      `
The table marks the knee (the smallest size that reaches 90 % of the best throughput) and the largest size that fits the memory.

Examples:
  modelgauge sweep resnet50.onnx --dim batch=1,2,4,8,16,32,64 --hardware nvidia-t4,nvidia-a100-80gb-sxm4 --reporter markdown
  modelgauge sweep resnet50.onnx --dim batch=1,2,4,8 --hardware nvidia-t4 --shard 1/3 > part1.ndjson`,
    )
    .action(async (models: readonly string[], options: Options) => {
      const [gauge, { runLine }, { renderSweep }] = await Promise.all([
        loadGauge(options),
        import("../sweep/run-line.ts"),
        import("../sweep/render-sweep.ts"),
      ]);
      const all = sweepRuns({
        models,
        dims: options.dim ?? {},
        inputs: options.input ?? {},
        precisions: options.precision ?? [{}],
        devices: options.hardware ?? [],
      });
      const runs = options.shard === undefined ? all : shardOf(all, options.shard);
      const progress = new Progress(io.stderr);
      const lines: PartLine[] = [];
      const answer = runLine(gauge);
      for (const run of runs) {
        progress.show(`run ${run.run + 1} of ${all.length}: ${basename(run.model)}`);
        const line = {
          run: run.run,
          of: all.length,
          model: basename(run.model),
          dims: run.dims,
          precision: run.precision,
          device: run.device ?? null,
          ...(await answer(run)),
        };
        progress.clear();
        const text = JSON.stringify(line);
        if (options.reporter === "ndjson") await write(io.stdout, `${text}\n`);
        else lines.push({ text, line });
      }
      if (options.reporter !== "ndjson") await write(io.stdout, await renderSweep(lines, options.reporter));
    }),
);
