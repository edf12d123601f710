import type { Command } from "commander";
import type { Io } from "./io.ts";

/** What a command is given. */
export interface CommandContext {
  readonly io: Io;
  /** Tells how the process is to end: 0 fine, 1 a check failed, 2 wrong usage or input. */
  readonly end: (exitCode: 0 | 1 | 2) => void;
}

/** Makes one command of the CLI. It must be quick: what its action needs, the action imports. */
export type CommandFactory = (context: CommandContext) => Command;

/** Declares a command; `pnpm generate` lists it. */
export function defineCommand(factory: CommandFactory): CommandFactory {
  return factory;
}
