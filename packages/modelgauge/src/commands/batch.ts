import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { ModelGaugeError } from "@modelgauge/core";
import { Command } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { Progress } from "../progress.ts";
import { readingCode, readingProblem } from "../reading-problem.ts";

interface Options extends GaugeSources {
  readonly strict?: boolean;
}

/** `modelgauge batch <jobs>`: a line of NDJSON in, a line of NDJSON out, in the same order. */
export const batch: CommandFactory = defineCommand(({ io, end }) =>
  withGaugeOptions(
    new Command("batch")
      .summary("analyse many networks in one process")
      .description("Analyses a network for each line of NDJSON, and answers each with a line of NDJSON, in the same order.")
      .argument("<jobs>", "file of jobs, or - for stdin")
      .option("--strict", "exit with 1 where an answer is an error or has warnings"),
  )
    .addHelpText(
      "after",
      `
A job:     { "id": "a", "model": "resnet50.onnx", "dims": { "batch": 8 }, "hardware": ["nvidia-t4"] }
           and "inputs": { "ids": { "dtype": "int64", "shape": [1, 128], "values": [ … ] } }, "precision", "metrics"
An answer: the JSON report and "id", or { "id", "error": { "code", "message" } }

Exit codes: 0 every job is answered; 1 --strict failed; 2 wrong usage, or the jobs cannot be read.

Examples:
  modelgauge batch jobs.ndjson > reports.ndjson
  make-jobs | modelgauge batch - | jq -c '[.id, .totals.macs.total.value]'`,
    )
    .action(async (file: string, options: Options) => {
      const [gauge, { readLines }, { answerLine }] = await Promise.all([
        loadGauge(options),
        import("../read-lines.ts"),
        import("../answer-job.ts"),
      ]);
      const progress = new Progress(io.stderr);
      const jobs = file === "-" ? io.stdin : createReadStream(file);
      let answered = 0;
      let clean = true;
      for await (const line of readLines(readable(jobs, file))) {
        if (line.text?.trim() === "") continue;
        const answer = await answerLine(gauge, line);
        clean &&= answer.clean;
        answered += 1;
        progress.clear();
        await write(io.stdout, `${answer.text}\n`);
        progress.show(`${answered} answered`);
      }
      progress.clear();
      if (options.strict === true && !clean) end(1);
    }),
);

/**
 * The bytes of a stream.
 *
 * @throws ModelGaugeError `unreadable`, naming the file
 */
async function* readable(stream: Readable, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    const failure = cause as NodeJS.ErrnoException;
    throw new ModelGaugeError({ code: readingCode(failure), message: `${name}: ${readingProblem(failure)}`, cause });
  }
}
