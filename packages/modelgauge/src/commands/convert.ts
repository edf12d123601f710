import type { Bindings } from "@modelgauge/core";
import { Command, Option } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { collectDim } from "../options/dims.ts";
import { collectInput } from "../options/inputs.ts";

interface Options extends GaugeSources {
  readonly to: "dsl";
  readonly dim?: NonNullable<Bindings["dims"]>;
  readonly input?: NonNullable<Bindings["inputs"]>;
  readonly output?: string;
}

/** `modelgauge convert <model> --to dsl`: the network of a file, written in the DSL; diagnostics on stderr. */
export const convert: CommandFactory = defineCommand(({ io }) =>
  withGaugeOptions(
    new Command("convert")
      .summary("write a network in the DSL")
      .description("Writes the network in a file as JSON in the DSL, at the sizes that it is given. Diagnostics go to stderr.")
      .argument("<model>", "model file")
      .addOption(new Option("--to <format>", "format to write").choices(["dsl"]).makeOptionMandatory())
      .option("--dim <name=size>", "number for a symbolic dimension, as in batch=8 (repeatable)", collectDim)
      .option(
        "--input <name=type>",
        "type of an input in place of the file's, as in x=1x3x224x224 or ids=int64:1x128 (repeatable)",
        collectInput,
      )
      .option("--output <file>", "write to a file instead of stdout"),
  )
    .addHelpText(
      "after",
      `
Examples:
  modelgauge convert resnet50.onnx --to dsl --output resnet50.json
  modelgauge convert bert.onnx --to dsl --dim batch=1 --dim sequence=128 > bert.json`,
    )
    .action(async (path: string, { dim, input, output, ...sources }: Options) => {
      const [gauge, { convertFile }, { diagnosticLines }] = await Promise.all([
        loadGauge(sources),
        import("../convert-file.ts"),
        import("../diagnostic-lines.ts"),
      ]);
      const { text, diagnostics } = await convertFile(gauge, path, {
        ...(dim !== undefined && { dims: dim }),
        ...(input !== undefined && { inputs: input }),
      });
      for (const line of diagnosticLines(diagnostics)) await write(io.stderr, `${line}\n`);
      if (output === undefined) await write(io.stdout, text);
      else await (await import("../write-output.ts")).writeOutput(output, text);
    }),
);
