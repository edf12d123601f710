import type { Block } from "./page.ts";

/** Stands for the rest of a line, or, alone on its line, for any number of lines. */
const ELLIPSIS = "…";

/** What a page says that a block prints: the text block right after it, or what its own `// → …` comments tell; undefined if nothing. */
export function statedOutput(block: Block, next: Block | undefined): string | undefined {
  if (next?.language === "text" && next.file === undefined) return next.text;
  const logs = [...block.text.matchAll(/^ *console\.log\(.*?\);(?: \/\/ → (.*))?$/gm)].map(([, stated]) => stated);
  return logs.some((stated) => stated !== undefined) ? logs.map((stated) => stated ?? ELLIPSIS).join("\n") : undefined;
}

/** Whether a text is what was stated; how many spaces and line breaks at the end there are does not matter. */
export function matches(actual: string, stated: string): boolean {
  const parts = trimmed(stated).map((line) =>
    line.trim() === ELLIPSIS ? "(?:.*\\n)*?" : `${line.split(ELLIPSIS).map(escaped).join(".*")}\\n`,
  );
  return new RegExp(`^${parts.join("")}$`).test(`${trimmed(actual).join("\n")}\n`);
}

function trimmed(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trimEnd());
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
