import { type ModelGaugeError, VERSION } from "@modelgauge/core";
import { Command, CommanderError } from "commander";
import type { CommandContext } from "./command.ts";
import { errorLine } from "./error-line.ts";
import { commands } from "./generated/commands.ts";
import { type Io, isBrokenPipe, write } from "./io.ts";
import { usageError } from "./usage-error.ts";

/**
 * Runs the CLI.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 fine, 1 a check failed, 2 wrong usage or input; what went wrong stands on stderr in one line
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  // A write that fails tells its writer; without a listener it would end the process as well.
  const ignore = (): void => {};
  io.stdout.on("error", ignore);
  io.stderr.on("error", ignore);
  try {
    await program({ io, end: (code) => (exitCode = code) }).parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (isBrokenPipe(error)) return exitCode;
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // --help and --version end so
    const failure = error instanceof CommanderError ? asUsageError(error) : error;
    await write(io.stderr, `${errorLine(failure)}\n${argv.includes("--debug") ? stackOf(failure) : ""}`).catch(ignore);
    return 2;
  } finally {
    io.stdout.off("error", ignore);
    io.stderr.off("error", ignore);
  }
}

function program(context: CommandContext): Command {
  const root = new Command("modelgauge")
    .description("Says what a neural network costs: parameters, MACs, OPs, activations, size, latency and energy.")
    .version(VERSION)
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      `
Examples:
  modelgauge analyze resnet50.onnx
  modelgauge analyze bert.onnx --dim batch=8 --dim sequence=128 --hardware nvidia-t4
  modelgauge batch jobs.ndjson > reports.ndjson`,
    );
  for (const command of commands) root.addCommand(command(context));
  for (const each of [root, ...root.commands]) {
    each.exitOverride().configureOutput({
      writeOut: (text) => void context.io.stdout.write(text),
      writeErr: () => {}, // what is wrong is thrown as well
    });
  }
  return root;
}

/** `error: unknown option '--hardwar'\n(Did you mean --hardware?)` in one line. */
function asUsageError({ code, message }: CommanderError): ModelGaugeError {
  const help = "see modelgauge --help";
  if (code === "commander.help") return usageError("no command", help);
  const [text = "", suggestion] = message.replace(/^error: /, "").split("\n");
  return usageError(text.replace(/\.$/, ""), suggestion?.replace(/^\(Did you mean (.*)\?\)$/, "did you mean $1?") ?? help);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const cause = error.cause === undefined ? "" : `caused by: ${stackOf(error.cause)}`;
  return `${error.stack}\n${cause}`;
}
