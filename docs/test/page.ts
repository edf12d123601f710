import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/workspace.ts";

/** A fenced code block of a page. */
export interface Block {
  /** Of its first line, from 1. */
  readonly line: number;
  /** `ts`, `sh`, `json`, `text`, … */
  readonly language: string;
  /** From `file=…` after the language: the block is the content of that file. */
  readonly file: string | undefined;
  readonly text: string;
}

/** A Markdown page that readers meet. */
export interface Page {
  /** Relative to the root. */
  readonly path: string;
  readonly blocks: readonly Block[];
}

/** Every page of documentation with code in it. Decision records and changelogs tell of their day, and are left alone. */
export function pages(): readonly Page[] {
  return globSync(["*.md", "docs/**/*.md", "{packages,plugins,hardware-profiles,examples}/*/README.md"], { cwd: root })
    .filter((path) => !/CHANGELOG|(^|\/)adr\//.test(path))
    .toSorted()
    .map((path) => ({ path, blocks: blocksOf(readFileSync(join(root, path), "utf8")) }))
    .filter(({ blocks }) => blocks.length > 0);
}

/** The fenced code blocks of a page, in its order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm)].map(({ 1: language, 2: info, 3: text, index }) => ({
    line: markdown.slice(0, index).split("\n").length,
    language: language!,
    file: /\bfile=(\S+)/.exec(info!)?.[1],
    text: text!,
  }));
}
