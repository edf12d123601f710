import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

describe("modelgauge schema", () => {
  it("writes a JSON Schema that documents are checked by", { timeout: 60_000 }, async () => {
    const { exitCode, stdout } = await runCli(["schema"]);
    expect(exitCode).toBe(0);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(stdout) as object);
    const network = (layer: object): object => ({ modelgauge: 1, inputs: [{ name: "x", shape: ["batch", 3, 8, 8] }], layers: [layer] });
    expect(validate(network({ type: "conv", filters: 8, kernel: 3, padding: "same" })), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(network({ type: "conv", filters: "${2 * 4}", kernel: [3, "${3}"] }))).toBe(true);
    expect(validate(network({ type: "conv", filters: 8, kernl: 3 }))).toBe(false);
    expect(validate(network({ type: "cnov", filters: 8, kernel: 3 }))).toBe(false);
  });

  it("knows the layer types of plugins", async () => {
    const plugin = join(
      temporaryFolder({
        "acme.mjs": `export default { name: "acme", contributions: [{ point: { key: Symbol.for("modelgauge/layer-types@1"), name: "modelgauge/layer-types@1", idOf: ({ type }) => type }, values: [{
          type: "acme-mix", inputs: { x: "tensor" }, describe: ({ inputs: { x } }) => ({ outputs: [x], work: {} }),
          attributes: { "~standard": { version: 1, vendor: "acme", validate: (value) => ({ value }), jsonSchema: { input: () => ({ type: "object", properties: { ratio: { type: "number" } } }) } } },
        }] }] };`,
      }),
      "acme.mjs",
    );
    const file = join(temporaryFolder({}), "schema.json");
    expect(await runCli(["schema", "--plugin", plugin, "--output", file])).toMatchObject({ exitCode: 0, stdout: "" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      definitions: {
        "layer.acme-mix": { else: { properties: { ratio: { anyOf: [{ type: "number" }, {}] } }, additionalProperties: false } },
      },
    });
  });
});
