import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../test/run-cli.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { tinyNetwork } from "../../test/tiny-network.ts";

const folder = temporaryFolder({ "tiny.onnx": tinyNetwork(), "broken.onnx": "nonsense" });
const tiny = join(folder, "tiny.onnx");
const sweep = ["sweep", tiny, "--dim", "batch=1,2,4,8", "--hardware", "nvidia-t4,stm32h743", "--precision", "activations=int8"];

describe("modelgauge sweep", () => {
  it("answers every combination, the last dim innermost", async () => {
    const { exitCode, stdout } = await runCli(sweep);
    expect(exitCode).toBe(0);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { run: number; of: number; device: string; dims: object; precision: object });
    expect(lines.map(({ run, of, device, dims }) => [run, of, device, dims])).toEqual(
      ["nvidia-t4", "stm32h743"].flatMap((device, outer) => [1, 2, 4, 8].map((batch, inner) => [outer * 4 + inner, 8, device, { batch }])),
    );
    expect(lines.every(({ precision }) => JSON.stringify(precision) === '{"activations":"int8"}')).toBe(true);
  });

  it("gives the same bytes however it is split", async () => {
    const whole = (await runCli(sweep)).stdout;
    for (const count of [1, 3, 7]) {
      const parts: string[] = [];
      for (let index = 1; index <= count; index++) {
        parts.push(join(folder, `part-${index}-of-${count}.ndjson`));
        writeFileSync(parts.at(-1)!, (await runCli([...sweep, "--shard", `${index}/${count}`])).stdout);
      }
      expect(await runCli(["merge", ...parts.toReversed()])).toEqual({ exitCode: 0, stdout: whole, stderr: "" });
    }
  });

  it("marks the knee and what does not fit in a table", async () => {
    const { stdout } = await runCli([
      "sweep",
      tiny,
      "--dim",
      "batch=1,2,4,1000000000",
      "--hardware",
      "nvidia-t4",
      "--reporter",
      "markdown",
    ]);
    expect(stdout).toContain("throughput, upper bound");
    expect(stdout).toContain("knee");
    expect(stdout).toMatch(/\| +4 \|.*memory limit/);
    expect(stdout).toMatch(/\| +1000000000 \|.*does not fit/);
  });

  it("draws the curves", async () => {
    const { stdout } = await runCli(["sweep", tiny, "--dim", "batch=1,2,4", "--hardware", "nvidia-t4", "--reporter", "svg"]);
    expect(stdout).toMatch(/^<svg [^>]*role="img"/);
    expect(stdout).toContain("nvidia-t4");
    expect((await runCli(["sweep", tiny, "--reporter", "svg"])).stderr).toContain("a picture of a sweep shows sizes of a dim on devices");
  });

  it("tells what fails in the answer, and goes on", async () => {
    const { exitCode, stdout } = await runCli(["sweep", join(folder, "broken.onnx"), tiny]);
    expect(exitCode).toBe(0);
    const [broken, fine] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(broken).toMatchObject({ model: "broken.onnx", error: { message: expect.stringContaining("broken.onnx") as string } });
    expect(fine).toMatchObject({ model: "tiny.onnx", totals: { macs: {} } });
  });

  it("refuses ranges and shards that are none", async () => {
    const line = async (...args: readonly string[]): Promise<string> => (await runCli(args)).stderr;
    expect(await line("sweep", tiny, "--dim", "batch=1,x")).toBe(
      'modelgauge: --dim takes a name and whole numbers, as in batch=1,2,4, not "batch=1,x"\n',
    );
    expect(await line("sweep", tiny, "--shard", "4/3")).toBe('modelgauge: --shard takes a part and their number, as in 2/7, not "4/3"\n');
  });
});

describe("modelgauge merge", () => {
  const merge = async (...texts: readonly string[]): Promise<string> => {
    const files = texts.map((text, index) => {
      const file = join(folder, `m${index}.ndjson`);
      writeFileSync(file, text);
      return file;
    });
    const { exitCode, stderr } = await runCli(["merge", ...files]);
    expect(exitCode).toBe(2);
    return stderr.replaceAll(`${folder}/`, "");
  };
  const run = (number: number, of: number, model = "a"): string =>
    JSON.stringify({ run: number, of, model, dims: {}, precision: {}, device: null });

  it("refuses parts that do not make one sweep", async () => {
    expect(await merge(run(0, 3))).toBe("modelgauge: the parts lack 2 of 3 runs: 1, 2\n");
    expect(await merge(run(0, 2), run(1, 3))).toBe("modelgauge: m1.ndjson:1: a part of a sweep of 3 runs, not of 2\n");
    expect(await merge(run(0, 1), run(0, 1, "b"))).toBe("modelgauge: m1.ndjson:1: run 0 differs from that of another part\n");
    expect(await merge('{"run":0}')).toBe("modelgauge: m0.ndjson:1: no line of a sweep\n");
    expect(await merge("")).toBe("modelgauge: there is no run\n");
  });
});
