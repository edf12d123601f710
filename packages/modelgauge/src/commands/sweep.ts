import { availableParallelism } from "node:os";
import { type Bindings, type Precision, printable } from "@modelgauge/core";
import { Command, Option } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { collectInput } from "../options/inputs.ts";
import { collectList, collectRange, parseShard, parseWorkers } from "../options/ranges.ts";
import { parsePrecision } from "../options/precision.ts";
import { Progress } from "../progress.ts";
import type { PartLine } from "../sweep/read-parts.ts";
import { SWEEP_FORMS, type SweepForm } from "../sweep/render-sweep.ts";
import type { Shard } from "../sweep/sweep-plan.ts";
import { usageError } from "../usage-error.ts";

/** Runs that are worth the start of a thread, which must warm up first: some seconds' worth. */
const RUNS_OF_A_WORKER = 128;

interface Options extends GaugeSources {
  readonly dim?: Readonly<Record<string, readonly number[]>>;
  readonly input?: NonNullable<Bindings["inputs"]>;
  readonly precision?: readonly Precision[];
  readonly hardware?: readonly string[];
  readonly shard?: Shard;
  readonly workers?: number;
  readonly reporter: SweepForm;
  readonly strict?: boolean;
}

/** `modelgauge sweep <models…>`: every combination of models, precisions, devices and sizes of dims. */
export const sweep: CommandFactory = defineCommand(({ io, end }) =>
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
      .option("--workers <count>", "threads to run on (default: one a core, if there is enough to do)", parseWorkers)
      .option("--strict", "exit with 1 where an answer is an error")
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
      const { shard, reporter, strict } = options;
      if (shard !== undefined && shard.count > 1 && reporter !== "ndjson")
        throw usageError(
          `a part of a sweep is no whole ${reporter === "svg" ? "picture" : "table"}`,
          "modelgauge merge makes one of all parts",
        );
      const [gauge, { resolveDevices }, { SweepPlan }, { runSweep }, { renderSweep }] = await Promise.all([
        loadGauge(options),
        import("../devices.ts"),
        import("../sweep/sweep-plan.ts"),
        import("../sweep/run-sweep.ts"),
        import("../sweep/render-sweep.ts"),
      ]);
      const devices = (await resolveDevices(options.hardware ?? [])).map((device) => gauge.profile(device));
      const { dim = {}, input = {}, precision = [{}], plugin, config } = options;
      const plan = new SweepPlan({ models, dims: dim, inputs: input, precisions: precision, devices });
      const runs = Math.ceil(plan.count / (shard?.count ?? 1));
      const workers = options.workers ?? Math.min(availableParallelism(), Math.ceil(runs / RUNS_OF_A_WORKER));
      const sources = { ...(plugin && { plugin }), ...(config !== undefined && { config }) };
      const progress = new Progress(io.stderr);
      const lines: PartLine[] = [];
      let failed = false;
      progress.show(`${runs} runs …`);
      for await (const line of runSweep(plan, { gauge, sources, shard, workers })) {
        progress.clear();
        const text = JSON.stringify(line);
        if (reporter === "ndjson") await write(io.stdout, `${text}\n`);
        else lines.push({ text, line });
        failed ||= line.error !== undefined;
        progress.show(`run ${line.run + 1} of ${plan.count}: ${printable(line.model, 60)}`);
      }
      progress.clear();
      if (reporter !== "ndjson") await write(io.stdout, await renderSweep(lines, reporter));
      if (strict === true && failed) end(1);
    }),
);
