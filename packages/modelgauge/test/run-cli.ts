import { PassThrough, Readable } from "node:stream";
import { run } from "../src/run.ts";

/** How a run of the CLI ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI in this process. */
export async function runCli(argv: readonly string[], stdin: Iterable<string> = []): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [stdout, stderr].map((stream) => stream.setEncoding("utf8").toArray());
  const exitCode = await run(argv, { stdin: Readable.from(stdin), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, error] = (await Promise.all(texts)).map((chunks) => chunks.join(""));
  return { exitCode, stdout: out!, stderr: error! };
}
