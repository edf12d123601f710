import { globSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

/** An exported constant that is made by a call of a `define…` function. */
export interface Declaration {
  readonly name: string;
  /** The function that makes it. */
  readonly define: string;
  /** Path of its file, relative to the folder searched, with forward slashes. */
  readonly file: string;
}

/** Finds `export const name = define(` and `export const name: Type = define(` in the text of a module. */
export function declarationsIn(text: string, defines: readonly string[]): { readonly name: string; readonly define: string }[] {
  // A type may span lines; a line that begins with a letter begins another statement.
  const pattern = new RegExp(`^export const (\\w+)(?:: (?:(?!\\n\\w)[^])*?)? =\\s+(${defines.join("|")})[(<]`, "gm");
  return [...text.matchAll(pattern)].map(([, name, define]) => ({ name: name!, define: define! }));
}

/**
 * Every such declaration in the modules of a folder and its subfolders, tests and generated modules aside, by file.
 *
 * @throws Error when two files use one name
 */
export function declarations(folder: string, defines: readonly string[]): Declaration[] {
  const found = globSync("**/*.ts", { cwd: folder })
    .map((file) => file.replaceAll(sep, posix.sep))
    .filter((file) => !file.endsWith(".test.ts") && !file.startsWith("generated/"))
    .toSorted()
    .flatMap((file) => declarationsIn(readFileSync(join(folder, file), "utf8"), defines).map((each) => ({ ...each, file })));
  const files = new Map<string, string>();
  for (const { name, file } of found) {
    const other = files.get(name);
    if (other !== undefined) throw new Error(`${folder}: ${other} and ${file} both export ${name}`);
    files.set(name, file);
  }
  return found;
}
