import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";
import { tinyNetwork } from "./tiny-network.ts";

// The built CLI, as a process of its own.
const bin = join(import.meta.dirname, "../bin/modelgauge.js");
const folder = temporaryFolder({ "tiny.onnx": tinyNetwork(), "modelgauge.config.json": '{ "plugins": ["./missing.mjs"] }' });
const model = join(folder, "tiny.onnx");

function modelgauge(argv: readonly string[], options: { readonly input?: string; readonly cwd?: string } = {}): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { encoding: "utf8", ...options });
  return { status, stdout, stderr };
}

describe("the built CLI", () => {
  beforeAll(() => {
    expect(modelgauge(["--version"]), "build first: pnpm build").toMatchObject({ status: 0 });
  });

  it("reads jobs from stdin and answers on stdout", () => {
    const input = `${JSON.stringify({ id: "a", model })}\n`;
    expect(modelgauge(["batch", "-"], { input })).toEqual({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^\{"id":"a","reportVersion":1,.*\}\n$/),
    });
  });

  it("ends with 2 and one line where the input is wrong", () => {
    expect(modelgauge(["analyze", "nowhere.onnx"])).toEqual({ status: 2, stdout: "", stderr: "modelgauge: nowhere.onnx: no such file\n" });
  });

  it("takes the config file of the current folder", () => {
    expect(modelgauge(["analyze", model], { cwd: folder })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^modelgauge: plugin "\.\/missing\.mjs" cannot be loaded: /),
    });
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [bin, "batch", "-"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => {}); // it may end before it has read everything
    const stderr = child.stderr.setEncoding("utf8").toArray();
    child.stdin.end(`${JSON.stringify({ id: "a", model })}\n`.repeat(500));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [status] = await once(child, "close");
    expect({ status, stderr: (await stderr).join("") }).toEqual({ status: 0, stderr: "" });
  });
});
