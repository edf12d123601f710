import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../test/run-cli.ts";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { tinyNetwork } from "../test/tiny-network.ts";
import { findConfig } from "./find-config.ts";

/** A plugin with a reporter, which needs no import. */
const plugin = (name: string): string => `
  const point = { key: Symbol.for("modelgauge/reporters@1"), name: "modelgauge/reporters@1", idOf: ({ id }) => id };
  const values = [{ id: ${JSON.stringify(name)}, mediaType: "text/plain", render: ({ model }) => ${JSON.stringify(name)} + " " + model.name }];
  export default { name: "acme-" + ${JSON.stringify(name)}, contributions: [{ point, values }] };
`;

const folder = temporaryFolder({
  "tiny.onnx": tinyNetwork(),
  "one.mjs": plugin("one"),
  "two.mts": plugin("two").replace("const values", "const values: unknown[]"),
  "as-text.json": JSON.stringify({ plugins: ["./one.mjs", "@acme/installed"] }),
  "typed.config.ts": `
    import type { Config } from "modelgauge";
    import one from "./one.mjs";
    enum Kind { Plain }
    export default { plugins: [one, "./two.mts"].slice(Kind.Plain) } satisfies Config;
  `,
  "unknown-key.json": JSON.stringify({ plugin: [] }),
  "no-list.json": JSON.stringify({ plugins: "./one.mjs" }),
  "list.json": "[]",
  "broken.json": "{",
  "broken.mjs": "export default {",
  "throws.mjs": "throw new Error('no license')",
  "no-plugin.mjs": "export const plugin = {};",
  "again.mjs": plugin("json"),
});
mkdirSync(join(folder, "node_modules/@acme/installed"), { recursive: true });
writeFileSync(join(folder, "node_modules/@acme/installed/package.json"), '{ "type": "module", "exports": { "import": "./index.js" } }');
writeFileSync(join(folder, "node_modules/@acme/installed/index.js"), plugin("installed"));

const at = (name: string): string => join(folder, name);

async function render(reporter: string, ...options: string[]): Promise<string> {
  const { stdout, stderr } = await runCli(["analyze", at("tiny.onnx"), "--dim", "batch=1", "--reporter", reporter, ...options]);
  return stdout + stderr;
}

describe("--plugin", () => {
  it("adds plugins beside the default ones", async () => {
    const both = ["--plugin", at("one.mjs"), "--plugin", at("two.mts")];
    expect(await render("one", ...both)).toBe("one tiny");
    expect(await render("two", ...both)).toBe("two tiny");
    expect(await render("markdown", ...both)).toMatch(/^# /);
  });

  it.each([
    ["nowhere.mjs", /^modelgauge: plugin "[^"]*nowhere\.mjs" cannot be loaded: Cannot find module [^\n]*\n$/],
    ["throws.mjs", /^modelgauge: plugin "[^"]*throws\.mjs" cannot be loaded: no license\n$/],
    ["no-plugin.mjs", /^modelgauge: something that is no plugin stands among the plugins: object; a plugin is [^\n]*\n$/],
    [
      "again.mjs",
      /^modelgauge: modelgauge\/reporters@1 has two "json": plugins "@modelgauge\/reporter-json" and "acme-json" both contribute it\n$/,
    ],
  ])("says what is wrong with %s", async (name, message) => {
    expect(await render("one", "--plugin", at(name))).toMatch(message);
  });
});

describe("--config", () => {
  it("adds the plugins of a TypeScript file, and those that it names", async () => {
    expect(await render("one", "--config", at("typed.config.ts"))).toBe("one tiny");
    expect(await render("two", "--config", at("typed.config.ts"))).toBe("two tiny");
  });

  it("adds the plugins that a JSON file names, from its own folder and its packages", async () => {
    expect(await render("one", "--config", at("as-text.json"))).toBe("one tiny");
    expect(await render("installed", "--config", at("as-text.json"))).toBe("installed tiny");
  });

  it("takes a plugin that is named twice once", async () => {
    expect(await render("one", "--config", at("as-text.json"), "--plugin", at("one.mjs"))).toBe("one tiny");
  });

  it.each([
    ["unknown-key.json", 'knows no "plugin", only "plugins"'],
    ["no-list.json", '"plugins" must be a list'],
    ["list.json", "holds no config: export default defineConfig({ plugins: [ … ] })"],
    ["broken.json", "Expected property name"],
    ["broken.mjs", "cannot be loaded: "],
    ["no-plugin.mjs", 'knows no "plugin", only "plugins"'],
    ["nowhere.ts", "cannot be loaded: Cannot find module"],
  ])("says what is wrong with %s", async (name, message) => {
    const text = await render("one", "--config", at(name));
    expect(text).toMatch(/^modelgauge: [^\n]*\n$/);
    expect(text).toContain(`${at(name)}: ${message}`);
  });
});

describe("findConfig", () => {
  it("finds the config of a folder, TypeScript first", () => {
    const project = temporaryFolder({ "modelgauge.config.json": "{}" });
    expect(findConfig(project)).toBe(join(project, "modelgauge.config.json"));
    writeFileSync(join(project, "modelgauge.config.ts"), "");
    expect(findConfig(project)).toBe(join(project, "modelgauge.config.ts"));
    expect(findConfig(folder)).toBeUndefined();
  });
});
