import { describe, expect, it } from "vitest";
import { runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

describe("modelgauge hardware", () => {
  it("lists every device with what it can do", async () => {
    const { exitCode, stdout } = await runCli(["hardware", "list"]);
    expect(exitCode).toBe(0);
    const row = stdout.split("\n").find((line) => line.includes("`nvidia-t4`"));
    expect(row?.split("|").map((cell) => cell.trim())).toEqual([
      "",
      "`nvidia-t4`",
      "NVIDIA T4",
      "datacenter-gpu",
      "8.14 TOP/s",
      "65.1 TOP/s",
      "",
      "130.3 TOP/s",
      "320.0 GB/s",
      "",
    ]);
    expect(Number(/(\d+) devices/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(60);
  });

  it("shows every figure of a device with its source", async () => {
    const { exitCode, stdout } = await runCli(["hardware", "show", "nvidia-t4"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\| peak\.float16 +\| +65130000000000 \| found +\| \[\d+\] +\|/);
    expect(stdout).toMatch(/^\[1\] .+/m);
    expect(stdout).toMatch(/\| L2 +\| weights and activations \| on the chip \| +1 \|/);
  });

  it("shows a device of the caller's own", async () => {
    const folder = temporaryFolder({
      "npu.json": JSON.stringify({
        id: "npu",
        name: "NPU\u001b[31m",
        category: "npu",
        peak: { int8: 1e12 },
        memory: [{ level: "DDR", capacity: 1e9, bandwidth: 1e10 }],
        sources: [{ figures: ["peak", "memory"], document: "our datasheet", evidence: "recalled" }],
      }),
    });
    const { stdout } = await runCli(["hardware", "show", `${folder}/npu.json`]);
    expect(stdout).toMatch(/\| peak\.int8 +\| 1000000000000 \| recalled, unverified \| \[1\] +\|/);
    expect(stdout).toContain("[1] our datasheet");
    expect(stdout).toContain("# NPU\\u{1b}[31m (`npu`)");
  });

  it("says what is missing or wrong", async () => {
    const line = async (...args: readonly string[]): Promise<unknown> => {
      const { exitCode, stderr } = await runCli(["hardware", ...args]);
      return [exitCode, stderr];
    };
    expect(await line("show")).toEqual([2, "modelgauge: hardware show takes a device: its id, or a JSON file\n"]);
    expect(await line("list", "nvidia-t4")).toEqual([2, "modelgauge: hardware list takes no device\n"]);
    expect(await line("show", "nvidia-t5")).toEqual([
      2,
      'modelgauge: no plugin contributes the hardware profile "nvidia-t5"; did you mean "nvidia-t4"?\n',
    ]);
  });
});
