import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

  it("gives the same bytes on any number of threads", async () => {
    const many = [
      "sweep",
      tiny,
      join(folder, "broken.onnx"),
      "--dim",
      `batch=${Array.from({ length: 40 }, (_, index) => index + 1).join(",")}`,
    ];
    const [one, two, three] = [
      await runCli([...many, "--workers", "1"]),
      await runCli([...many, "--workers", "2"]),
      await runCli([...many, "--workers", "3", "--hardware", "nvidia-t4"]),
    ];
    expect(one.stdout.split("\n")).toHaveLength(81);
    expect(two).toEqual(one);
    expect(three).toEqual(await runCli([...many, "--workers", "1", "--hardware", "nvidia-t4"]));
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
    const line = async (...args: readonly string[]): Promise<string> =>
      (await runCli(["sweep", tiny, "--reporter", "svg", ...args])).stderr;
    expect(await line()).toContain("a picture of a sweep needs a device at least; as by --dim batch=1,2,4");
    expect(await line("--dim", "batch=8", "--hardware", "nvidia-t4")).toContain("a picture of a sweep needs two sizes of a dim at least");
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

  it("tells models of one file name apart by their folders", async () => {
    const models = ["v1/net.onnx", "v2/net.onnx"].map((name) => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, tinyNetwork());
      return file;
    });
    const { stdout } = await runCli(["sweep", ...models, models[0]!]);
    const names = stdout.trim().split("\n");
    expect(names.map((line) => (JSON.parse(line) as { model: string }).model)).toEqual(["v1/net.onnx", "v2/net.onnx"]);
  });

  it("varies sizes that the file fixes, by name", async () => {
    const run = async (...more: readonly string[]): Promise<readonly unknown[]> => {
      const { stdout } = await runCli(["sweep", tiny, ...more]);
      const lines = stdout.trim().split("\n");
      return lines.map((line) => (JSON.parse(line) as { totals?: { macs: { total: { value: number } } } }).totals?.macs.total.value);
    };
    const [one] = (await run()) as [number];
    expect(await run("--dim", "n=1,3", "--input", "x=nx4")).toEqual([one, 3 * one]);
  });

  it("fails a run over a dim that the network does not have", async () => {
    const { exitCode, stdout } = await runCli(["sweep", tiny, "--dim", "bacth=2", "--strict"]);
    expect(exitCode).toBe(1);
    expect((JSON.parse(stdout) as { error: unknown }).error).toEqual({
      code: "unknown-dim",
      message: 'tiny.onnx: the model has no dim "bacth"; it has "batch"',
      hint: "--input names sizes that a file fixes: with a name for one of them in --input x=1x4, --dim varies it",
    });
  });

  it("refuses what makes no sweep", async () => {
    const line = async (...args: readonly string[]): Promise<string> => (await runCli(["sweep", tiny, ...args])).stderr;
    const million = Array.from({ length: 1000 }, (_, index) => index).join(",");
    expect(await line("--dim", "batch=1,x")).toBe('modelgauge: --dim takes a name and whole numbers, as in batch=1,2,4, not "batch=1,x"\n');
    expect(await line("--dim", "batch=1", "--dim", "batch=2")).toBe(
      'modelgauge: --dim names "batch" twice; give all its sizes at once, as in batch=1,2,4\n',
    );
    expect(await line("--shard", "4/3")).toBe('modelgauge: --shard takes a part and their number, as in 2/7, not "4/3"\n');
    expect(await line("--shard", "1/3", "--reporter", "markdown")).toBe(
      "modelgauge: a part of a sweep is no whole table; modelgauge merge makes one of all parts\n",
    );
    expect(await line("--workers", "0")).toBe('modelgauge: --workers takes a whole number from 1 to 256, not "0"\n');
    expect(await line("--hardware", "nvidia-t5")).toBe(
      'modelgauge: no plugin contributes the hardware profile "nvidia-t5"; did you mean "nvidia-t4"?\n',
    );
    expect(await line("--dim", `a=${million}`, "--dim", `b=${million}`, "--dim", `c=${million}`)).toBe(
      "modelgauge: a sweep has 10000000 runs at most, this one would have 1000000000\n",
    );
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
  const run = (number: number, of: number, model = "a", sweep = "s"): string =>
    JSON.stringify({ sweep, run: number, of, model, dims: {}, precision: {}, device: null });

  it("refuses parts that do not make one sweep", async () => {
    expect(await merge(run(0, 3))).toBe("modelgauge: the parts lack 2 of 3 runs: 1, 2\n");
    expect(await merge(run(0, 2), run(1, 3))).toBe("modelgauge: m1.ndjson:1: a part of another sweep\n");
    expect(await merge(run(0, 2), run(1, 2, "a", "t"))).toBe("modelgauge: m1.ndjson:1: a part of another sweep\n");
    expect(await merge(run(0, 1), run(0, 1, "b"))).toBe("modelgauge: m1.ndjson:1: run 0 differs from that of another part\n");
    expect(await merge('{"run":0}')).toBe('modelgauge: m0.ndjson:1: no line of a sweep: "sweep" is missing or wrong\n');
    expect(await merge(run(2, 2))).toBe('modelgauge: m0.ndjson:1: no line of a sweep: "run" is missing or wrong\n');
    expect(await merge(run(0, 1).replace('"dims":{}', '"dims":{"batch":"1"}'))).toBe(
      'modelgauge: m0.ndjson:1: no line of a sweep: "dims.batch" is missing or wrong\n',
    );
    expect(await merge(run(0, 1).slice(0, 20))).toMatch(/^modelgauge: m0\.ndjson:1: no JSON: /);
    expect(await merge("")).toBe("modelgauge: there is no run\n");
  });
});
