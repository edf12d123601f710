import { ModelGaugeError, printable } from "@modelgauge/core";

/** The most characters of a message: hostile files have names of megabytes. */
const LIMIT = 2000;

/** An error as programs read it. */
export interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** What else is wrong with the same file. */
  readonly further?: readonly string[];
}

/** What an error tells its reader. One that is no {@link ModelGaugeError} is a fault of the program or a plugin. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof ModelGaugeError) {
    const { code, message, hint, further } = error;
    return {
      code,
      message: printable(message, LIMIT),
      ...(hint !== undefined && { hint: printable(hint, LIMIT) }),
      ...(further.length > 0 && { further: further.map((each) => printable(each, LIMIT)) }),
    };
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: "internal-error",
    message: printable(`internal error: ${said}`, LIMIT),
    hint: "please report it; --debug shows where it is",
  };
}

/** An error in one line, without a line break; of a file in which several things are wrong, one line for each. */
export function errorLine(error: unknown): string {
  const { message, hint, further = [] } = errorAnswer(error);
  return [`${message}${hint === undefined ? "" : `; ${hint}`}`, ...further].map((line) => `modelgauge: ${line}`).join("\n");
}

/** Says which file an error that is no {@link ModelGaugeError} comes from. */
export function locatedError(name: string, error: unknown): unknown {
  if (error instanceof ModelGaugeError) return error;
  const { code, message, hint } = errorAnswer(error);
  return new ModelGaugeError({ code, message: `${name}: ${message}`, ...(hint !== undefined && { hint }), cause: error });
}
