import { describe, expect, it } from "vitest";
import { blocksOf } from "./page.ts";
import { matches, statedOutput } from "./stated-output.ts";

describe("matches", () => {
  it.each([
    ["a\nb\n", "a\nb", true],
    ["a  \nb", "a\nb\n\n", true],
    ["| a   | b |", "| a | b   |", true],
    ["a\nb", "a", false],
    ["a.c", "abc", false],
    ["value: 12 MAC", "value: … MAC", true],
    ["a\nx\ny\nb", "a\n…\nb", true],
    ["a\nb", "a\n…\nb", true],
    ["a\nb\nc", "a\n…", true],
    ["a\nx\nc", "a\n…\nb", false],
  ])("%j as %j: %s", (actual, stated, result) => {
    expect(matches(actual, stated)).toBe(result);
  });
});

describe("a page", () => {
  const page = [
    "# Title",
    "",
    "```ts",
    "console.log(1); // → 1",
    "console.log(2);",
    "```",
    "```json file=a.json",
    "{}",
    "```",
    "```sh",
    "modelgauge",
    "```",
    "",
    "```text",
    "no",
    "```",
    "",
  ];
  const [snippet, file, shell, text] = blocksOf(page.join("\n"));

  it("has blocks of code", () => {
    expect(snippet).toEqual({ line: 3, language: "ts", file: undefined, text: "console.log(1); // → 1\nconsole.log(2);\n" });
    expect(file).toMatchObject({ line: 7, language: "json", file: "a.json" });
  });

  it("states what they print", () => {
    expect(statedOutput(snippet!, file)).toBe("1\n…");
    expect(statedOutput(shell!, text)).toBe("no\n");
    expect(statedOutput(file!, shell)).toBeUndefined();
  });
});
