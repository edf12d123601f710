import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { root, workspacePackages } from "../../scripts/workspace.ts";

const run = promisify(execFile);

/** What a run of a block printed, on both streams, and how it ended. */
export interface Outcome {
  readonly output: string;
  readonly exitCode: number;
}

/** A folder as a reader has it who installed every package: code in it sees the built packages by their public names. */
export class Project {
  readonly #root: string = mkdtempSync(join(tmpdir(), "modelgauge-docs-"));

  constructor() {
    for (const { name, directory, exports } of workspacePackages()) {
      if (Object.keys(exports).length > 0) this.#install(name, directory);
      const dependencies = join(directory, "node_modules");
      for (const library of existsSync(dependencies) ? readdirSync(dependencies) : []) {
        if (!library.startsWith("@") && !library.startsWith(".")) this.#install(library, join(dependencies, library));
      }
    }
    this.#install("@types/node", join(root, "node_modules/@types/node"));
    this.#write("bin/modelgauge", `#!/bin/sh\nexec "${process.execPath}" "${join(root, "packages/modelgauge/bin/modelgauge.js")}" "$@"\n`);
    chmodSync(join(this.#root, "bin/modelgauge"), 0o755);
    this.#write("package.json", '{ "type": "module" }');
  }

  /** Begins the folder of a page, with the network that examples read. */
  addPage(page: string): void {
    cpSync(join(root, "packages/modelgauge/demo/resnet18.onnx"), join(this.#root, page, "resnet18.onnx"));
  }

  /** Adds a file to the folder of a page. */
  addFile(page: string, file: string, text: string): void {
    this.#write(join(page, file), text);
  }

  /** Runs a TypeScript file of a page. */
  runFile(page: string, file: string): Promise<Outcome> {
    const flags = process.features.typescript === false ? ["--experimental-strip-types", "--no-warnings"] : [];
    return this.#run(page, process.execPath, [...flags, file]);
  }

  /** Runs a shell script in the folder of a page; `modelgauge` is the built CLI. */
  runShell(page: string, script: string): Promise<Outcome> {
    return this.#run(page, "sh", ["-e", "-c", script]);
  }

  /** Runs the tests in the folder of a page. */
  runTests(page: string): Promise<Outcome> {
    return this.#run(page, process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", "."]);
  }

  /** Checks the types of every TypeScript file of every page. */
  checkTypes(): Promise<Outcome> {
    const compilerOptions = { noEmit: true, types: ["node"], rewriteRelativeImportExtensions: false, allowImportingTsExtensions: true };
    const config = { extends: join(root, "tsconfig.base.json"), compilerOptions, include: ["**/*.ts"] };
    this.#write("tsconfig.json", JSON.stringify(config));
    return this.#run(".", process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }

  #install(name: string, directory: string): void {
    const link = join(this.#root, "node_modules", name);
    if (existsSync(link)) return;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(directory, link, "junction");
  }

  #write(path: string, text: string): void {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async #run(page: string, command: string, args: readonly string[]): Promise<Outcome> {
    const env = { ...process.env, NO_COLOR: "1", PATH: `${join(this.#root, "bin")}${delimiter}${process.env["PATH"]}` };
    try {
      const { stdout, stderr } = await run(command, args, { cwd: join(this.#root, page), env, maxBuffer: 2 ** 26 });
      return { output: stdout + stderr, exitCode: 0 };
    } catch (error) {
      const { stdout, stderr, code } = error as { readonly stdout: string; readonly stderr: string; readonly code: number };
      return { output: stdout + stderr, exitCode: code };
    }
  }
}
