import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, type Page, pages } from "./page.ts";
import { type Outcome, Project } from "./project.ts";
import { matches, statedOutput } from "./stated-output.ts";

// Every TypeScript snippet of the documentation runs, and so does every shell example of `modelgauge`, against the built packages.
const project = new Project();
const snippet = ({ line }: Block): string => `line-${line}.ts`;
const isExample = ({ language, text }: Block): boolean => language === "sh" && /^modelgauge /m.test(text);

beforeAll(async () => {
  expect(await project.runShell(".", "modelgauge --version"), "build first: pnpm build").toMatchObject({ exitCode: 0 });
});
afterAll(() => project.remove());

const all: readonly Page[] = pages();
for (const { path, blocks } of all) {
  project.addPage(path);
  for (const block of blocks) {
    if (block.file !== undefined) project.addFile(path, block.file, block.text);
    else if (block.language === "ts") project.addFile(path, snippet(block), `${block.text}\nexport {};\n`);
  }
}

describe.each(all)("$path", ({ path, blocks }) => {
  const tests = blocks.flatMap(({ file }) => (file?.endsWith(".test.ts") ? [file] : []));
  if (tests.length > 0) {
    it(`has tests that pass: ${tests.join(", ")}`, async () => {
      expect(await project.runTests(path)).toMatchObject({ exitCode: 0 });
    });
  }

  blocks.forEach((block, index) => {
    if (block.file !== undefined || !(block.language === "ts" || isExample(block))) return;
    it(`does what line ${block.line} says`, async () => {
      const run = (): Promise<Outcome> =>
        block.language === "ts" ? project.runFile(path, snippet(block)) : project.runShell(path, block.text);
      const { output, exitCode } = await run();
      const stated = statedOutput(block, blocks[index + 1]);
      if (stated === undefined) expect({ exitCode, output: exitCode === 0 ? "" : output }).toEqual({ exitCode: 0, output: "" });
      else if (!matches(output, stated)) expect(output).toBe(stated);
    });
  });
});

it("has snippets whose types are right", async () => {
  expect(await project.checkTypes()).toEqual({ output: "", exitCode: 0 });
});
