import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { tinyNetwork } from "../../test/tiny-network.ts";

const folder = temporaryFolder({ "tiny.onnx": tinyNetwork(), "strange.onnx": tinyNetwork({ operator: "com.acme::Mystery" }) });
const tiny = join(folder, "tiny.onnx");
const resnet = join(import.meta.dirname, "../../demo/resnet18.onnx");

async function report(model: string): Promise<Report> {
  const { exitCode, stdout, stderr } = await runCli(["analyze", model, "--reporter", "json"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return JSON.parse(stdout) as Report;
}

describe("modelgauge convert", () => {
  it("writes a document for reading, at the sizes that it is given", async () => {
    const { exitCode, stdout, stderr } = await runCli(["convert", tiny, "--to", "dsl", "--dim", "batch=2"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      modelgauge: 1,
      description: "Converted from tiny.onnx at batch = 2.",
      inputs: [{ name: "x", dtype: "float32", shape: [2, 4] }],
    });
  });

  it("writes what is analysed as the original is", async () => {
    const file = join(folder, "resnet18.json");
    expect(await runCli(["convert", resnet, "--to", "dsl", "--output", file])).toMatchObject({ exitCode: 0, stdout: "" });
    const [original, converted] = [await report(resnet), await report(file)];
    expect(converted.totals).toEqual(original.totals);
    expect(converted.layers.map(({ name, metrics }) => [name, metrics])).toEqual(
      original.layers.map(({ name, metrics }) => [name, metrics]),
    );
    expect(
      readFileSync(file, "utf8")
        .split("\n")
        .every((line) => line.length <= 140),
    ).toBe(true);
  });

  it("tells diagnostics on stderr", async () => {
    const { exitCode, stdout, stderr } = await runCli(["convert", join(folder, "strange.onnx"), "--to", "dsl"]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("no plugin translates the operator com.acme::Mystery");
    expect(stdout).toContain('"operator": "com.acme::Mystery"');
  });

  it("asks for a format that it knows", async () => {
    expect(await runCli(["convert", tiny])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--to <format>") as string });
    expect(await runCli(["convert", tiny, "--to", "onnx"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("dsl") as string,
    });
  });
});

describe("a document on the command line", () => {
  it("has everything that is wrong told, a line each", async () => {
    const wrong = join(temporaryFolder({ "net.json": '{ "modelgauge": 1, "layers": [\n{ "type": "cnov" },\n{ "typ": 3 }] }' }), "net.json");
    expect(await runCli(["analyze", wrong])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr:
        'modelgauge: net.json:2:11: unknown layer type "cnov"; did you mean "conv"?\n' +
        'modelgauge: net.json:3:1: found an object, expected one with "type" (a layer), "block", "layers" (a group) or "operator"\n',
    });
  });
});
