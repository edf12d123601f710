import { PassThrough, Readable } from "node:stream";
import { VERSION } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { runCli } from "../test/run-cli.ts";
import { run } from "./run.ts";

describe("modelgauge", () => {
  it("tells its version", async () => {
    expect(await runCli(["--version"])).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it.each([[[]], [["analyze"]], [["batch"]]])("helps with examples: %j", async (command) => {
    const { exitCode, stdout, stderr } = await runCli([...command, "--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: modelgauge /);
    expect(stdout).toContain("Examples:\n  modelgauge ");
  });

  it.each<[readonly string[], string]>([
    [[], "no command; see modelgauge --help"],
    [["analyse", "x"], "unknown command 'analyse'; did you mean analyze?"],
    [["analyze", "x", "y"], "too many arguments for 'analyze'. Expected 1 argument but got 2: x, y; see modelgauge --help"],
    [["--nonsense"], "unknown option '--nonsense'; see modelgauge --help"],
    [["analyze", "x\u001b[31m\ny"], "x\\u{1b}[31m\\u{a}y: no such file"],
  ])("refuses %j in one line", async (argv, message) => {
    expect(await runCli(argv)).toEqual({ exitCode: 2, stdout: "", stderr: `modelgauge: ${message}\n` });
  });

  it("shows where an error comes from only when asked", async () => {
    expect((await runCli(["analyze", "nowhere"])).stderr).not.toMatch(/^\s+at /m);
    expect((await runCli(["analyze", "nowhere", "--debug"])).stderr).toMatch(
      /^modelgauge: nowhere: no such file\n[^]*^\s+at [^]*caused by: /m,
    );
  });

  it("shows progress where a terminal watches, and takes it away", async () => {
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    const text = stderr.setEncoding("utf8").toArray();
    await run(["analyze", "nowhere"], { stdin: Readable.from([]), stdout: new PassThrough().resume(), stderr });
    stderr.end();
    expect((await text).join("")).toBe("\r\u001b[Kanalysing nowhere …\r\u001b[Kmodelgauge: nowhere: no such file\n");
  });
});
