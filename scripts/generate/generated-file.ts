import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, type FormatConfig } from "oxfmt";
import { root } from "../workspace.ts";

/** A file that `pnpm generate` writes. */
export interface GeneratedFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/** First line of every generated TypeScript file. */
export const HEADER = "// Written by `pnpm generate`; edit what it is made from instead.";

const style: FormatConfig = JSON.parse(readFileSync(join(root, ".oxfmtrc.json"), "utf8"));

/** The file in the repository's formatting. */
export async function formatted({ path, text }: GeneratedFile): Promise<GeneratedFile> {
  const { code, errors } = await format(path, text, style);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join("; ")}`);
  return { path, text: code };
}

/** Whether the file on disk says something else, or is not there. */
export function isStale({ path, text }: GeneratedFile): boolean {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
}

/** Writes the file. */
export function write({ path, text }: GeneratedFile): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
