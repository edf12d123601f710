// Written by `pnpm generate`; edit what it is made from instead.
import type { CommandFactory } from "../command.ts";
import { analyze } from "../commands/analyze.ts";
import { batch } from "../commands/batch.ts";
import { convert } from "../commands/convert.ts";
import { hardware } from "../commands/hardware.ts";
import { merge } from "../commands/merge.ts";
import { schema } from "../commands/schema.ts";
import { sweep } from "../commands/sweep.ts";
/** Every command of the CLI, in the order of its help. */
export const commands: readonly CommandFactory[] = [analyze, batch, convert, hardware, merge, schema, sweep];
