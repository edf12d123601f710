import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "@modelgauge/core";
import { reportSchema } from "@modelgauge/reporter-json";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { tinyNetwork } from "../../test/tiny-network.ts";

const device = {
  id: "acme-npu",
  name: "Acme NPU",
  vendor: "Acme",
  category: "npu",
  peak: { float32: 1000 },
  memory: [{ level: "SRAM", bandwidth: 1 }],
  sources: [{ figures: ["peak", "memory"], document: "data sheet", evidence: "recalled" }],
};

const folder = temporaryFolder({
  "tiny.onnx": tinyNetwork(),
  "strange.onnx": tinyNetwork({ operator: "com.acme::Mystery" }),
  "hostile.onnx": tinyNetwork({ name: "a\n\u001b[31mb\u202e", operator: "com.acme::Mystery" }),
  "empty.onnx": "",
  "notes.txt": "hello",
  "npu.json": JSON.stringify(device),
  "wrong-npu.json": JSON.stringify({ ...device, peak: {} }),
  "broken-npu.json": "{",
});
const model = join(folder, "tiny.onnx");
const resnet = join(import.meta.dirname, "../../demo/resnet18.onnx");

async function report(...argv: readonly string[]): Promise<Report> {
  const { exitCode, stdout, stderr } = await runCli(["analyze", ...argv, "--reporter", "json"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return JSON.parse(stdout) as Report;
}

describe("modelgauge analyze", () => {
  it("writes JSON to stdout, diagnostics to stderr", async () => {
    const { exitCode, stdout, stderr } = await runCli(["analyze", model, "--reporter", "json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      model: { name: "tiny", format: "onnx", source: "tiny.onnx", bindings: { batch: 1 } },
      totals: { macs: { total: { value: 12, unit: "MAC", status: "exact" } }, params: { total: { value: 12 } } }, // 4 · 3
    });
    expect(stderr).toBe('modelgauge: info: dim "batch" of input "x" is not bound: taken as 1\n');
  });

  it("writes what its JSON Schema tells, of a whole network on a device", async () => {
    const written = await report(resnet, "--hardware", "nvidia-t4");
    const validate = new Ajv2020({ strict: false }).compile(reportSchema);
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(written.totals["params"]!["total"]).toEqual({ value: 11_689_512, unit: "parameters", status: "exact" }); // torchvision's count
  });

  it("writes the same bytes for the same input", async () => {
    const argv = ["analyze", resnet, "--hardware", "nvidia-t4", "--reporter", "json"];
    expect(await runCli(argv)).toEqual(await runCli(argv));
  });

  it("writes Markdown where no reporter is named", async () => {
    const { stdout } = await runCli(["analyze", model]);
    expect(stdout).toMatch(/^# `tiny\.onnx`\n/);
    expect(stdout).toContain("| MACs");
  });

  it("binds dims", async () => {
    const { totals, model: described } = await report(model, "--dim", "batch=8");
    expect(described.bindings).toEqual({ batch: 8 });
    expect(totals["macs"]!["total"]!.value).toBe(96); // 8 · 12
  });

  it("overrides inputs", async () => {
    const { model: described } = await report(model, "--input", "x=float16:5x4");
    expect(described.inputs).toEqual([{ name: "x", dtype: "float16", shape: [5, 4] }]);
  });

  it("changes precisions", async () => {
    const bytes = async (...argv: string[]): Promise<number | null> => (await report(model, ...argv)).totals["model-size"]!["total"]!.value;
    expect(await bytes()).toBe(48); // 12 weights · 4 bytes
    expect(await bytes("--weights", "int8")).toBe(12);
    expect(await bytes("--precision", "weights=float16,activations=float16")).toBe(24);
  });

  it("measures on devices, by id and by file", async () => {
    const { hardware } = await report(model, "--hardware", "nvidia-t4", "--hardware", join(folder, "npu.json"));
    expect(hardware.map(({ id }) => id)).toEqual(["nvidia-t4", "acme-npu"]);
  });

  it("writes to a file", async () => {
    const file = join(folder, "report.json");
    expect(await runCli(["analyze", model, "--reporter", "json", "--output", file])).toMatchObject({ exitCode: 0, stdout: "" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ model: { name: "tiny" } });
  });

  it("fails on warnings where it is to be strict", async () => {
    const strange = join(folder, "strange.onnx");
    expect(await runCli(["analyze", strange])).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout, stderr } = await runCli(["analyze", strange, "--strict"]);
    expect({ exitCode, isReported: stdout.startsWith("# ") }).toEqual({ exitCode: 1, isReported: true });
    expect(stderr).toContain('modelgauge: warning: com.acme::Mystery "fc" (onnx com.acme::Mystery): ');
    expect(await runCli(["analyze", model, "--strict"])).toMatchObject({ exitCode: 0 }); // infos are no warnings
  });

  it("keeps what names hold off the terminal", async () => {
    const { stdout, stderr } = await runCli(["analyze", join(folder, "hostile.onnx")]);
    expect(stderr).toContain('"a\\u{a}\\u{1b}[31mb\\u{202e}"');
    // oxlint-disable-next-line no-control-regex -- escapes are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
  });
});

describe("what is wrong is told in one line, with exit code 2", () => {
  it.each<[string, readonly string[], string]>([
    ["no file", ["nowhere.onnx"], "nowhere.onnx: no such file"],
    ["a folder", ["/"], "/: is a folder"],
    ["an empty file", [join(folder, "empty.onnx")], "empty.onnx: not an ONNX file: it is empty"],
    ["a file of no format", [join(folder, "notes.txt")], "notes.txt: not in a format that is read (ONNX"],
    ["an unknown reporter", [model, "--reporter", "jsn"], 'no plugin contributes the reporter "jsn"; did you mean "json"?'],
    [
      "an unknown device",
      [model, "--hardware", "nvidia-t5"],
      'no plugin contributes the hardware profile "nvidia-t5"; did you mean "nvidia-t4"?',
    ],
    ["a missing device file", [model, "--hardware", "./no.json"], "./no.json: no such file"],
    ["a wrong device file", [model, "--hardware", join(folder, "wrong-npu.json")], "wrong-npu.json:1:76: `peak` names no dtype"],
    ["a broken device file", [model, "--hardware", join(folder, "broken-npu.json")], "broken-npu.json:1:2: close brace expected"],
    ["an unknown input", [model, "--input", "z=1x4"], 'tiny.onnx: the model has no input "z"; it has "x"'],
    [
      "an unwritable output",
      [model, "--dim", "batch=1", "--output", "/no/such/folder/report"],
      "/no/such/folder/report: cannot be written (ENOENT)",
    ],
    ["a wrong dim", [model, "--dim", "batch=many"], '--dim takes a name and a whole number, as in batch=8, not "batch=many"'],
    ["a wrong dtype", [model, "--weights", "int9"], 'there is no dtype "int9"; did you mean "int'],
    ["an unknown option", [model, "--hardwar", "x"], "unknown option '--hardwar'; did you mean --hardware?"],
    ["a missing argument", [], "missing required argument 'model'; see modelgauge --help"],
    ["too many arguments", [model, model], "too many arguments"],
  ])("%s", async (_, argv, message) => {
    const { exitCode, stdout, stderr } = await runCli(["analyze", ...argv]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^modelgauge: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });
});
