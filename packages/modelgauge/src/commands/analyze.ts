import { type Bindings, type DType, type Precision, printable, type Report } from "@modelgauge/core";
import { Command } from "commander";
import { defineCommand, type CommandFactory } from "../command.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { write } from "../io.ts";
import { collect } from "../options/collect.ts";
import { collectDim } from "../options/dims.ts";
import { parseDType } from "../options/dtype.ts";
import { collectInput } from "../options/inputs.ts";
import { parsePrecision } from "../options/precision.ts";
import { Progress } from "../progress.ts";

interface Options extends GaugeSources {
  readonly dim?: NonNullable<Bindings["dims"]>;
  readonly input?: NonNullable<Bindings["inputs"]>;
  readonly precision?: Precision;
  readonly weights?: DType;
  readonly checkWeights?: boolean;
  readonly sparsity?: boolean;
  readonly hardware?: readonly string[];
  readonly reporter: string;
  readonly output?: string;
  readonly strict?: boolean;
}

/** `modelgauge analyze <model>`: one report, on stdout or in a file; diagnostics on stderr. */
export const analyze: CommandFactory = defineCommand(({ io, end }) =>
  withGaugeOptions(
    new Command("analyze")
      .summary("say what one network costs")
      .description("Says what the network in a file costs. Diagnostics go to stderr.")
      .argument("<model>", "model file")
      .option("--dim <name=size>", "number for a symbolic dimension, as in batch=8 (repeatable)", collectDim)
      .option(
        "--input <name=type>",
        "type of an input in place of the file's, as in x=1x3x224x224 or ids=int64:1x128 (repeatable)",
        collectInput,
      )
      .option("--hardware <device>", "device to time the network on: a profile's id, or a JSON file (repeatable)", collect)
      .option(
        "--precision <types>",
        "what if weights or activations were of another type, as in weights=int8,activations=float16",
        parsePrecision,
      )
      .option("--weights <dtype>", "short for --precision weights=<dtype>", parseDType)
      .option("--check-weights", "check that files which hold the weights are beside the model, and long enough")
      .option("--sparsity", "read the weights and count those that are not zero")
      .option("--reporter <id>", "form of the report: markdown, json, …", "markdown")
      .option("--output <file>", "write the report to a file instead of stdout")
      .option("--strict", "exit with 1 where there are warnings"),
  )
    .addHelpText(
      "after",
      `
Exit codes: 0 fine; 1 --strict failed; 2 wrong usage or input.

Examples:
  modelgauge analyze resnet50.onnx
  modelgauge analyze resnet50.onnx --dim batch=8 --hardware nvidia-t4 --hardware ./npu.json
  modelgauge analyze resnet50.onnx --weights int8 --reporter json --output resnet50.json`,
    )
    .action(async (path: string, options: Options) => {
      const progress = new Progress(io.stderr);
      progress.show(`analysing ${printable(path, 60)} …`);
      let text: string;
      let report: Report;
      try {
        const [gauge, { analyzeFile }, { resolveDevices }] = await Promise.all([
          loadGauge(options),
          import("../analyze-file.ts"),
          import("../devices.ts"),
        ]);
        const precision = { ...options.precision, ...(options.weights !== undefined && { weights: options.weights }) };
        report = await analyzeFile(gauge, path, {
          ...(options.dim !== undefined && { dims: options.dim }),
          ...(options.input !== undefined && { inputs: options.input }),
          precision,
          ...((options.sparsity === true || options.checkWeights === true) && {
            inspectWeights: options.sparsity === true ? "values" : "storage",
          }),
          hardware: await resolveDevices(options.hardware ?? []),
        });
        text = gauge.render(report, options.reporter);
      } finally {
        progress.clear();
      }
      const { diagnosticLines } = await import("../diagnostic-lines.ts");
      for (const line of diagnosticLines(report.diagnostics)) await write(io.stderr, `${line}\n`);
      if (options.output === undefined) await write(io.stdout, text);
      else await (await import("../write-output.ts")).writeOutput(options.output, text);
      if (options.strict === true && report.diagnostics.some(({ severity }) => severity === "warning")) end(1);
    }),
);
