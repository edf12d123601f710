// Packs every published package as it would be published, and checks each tarball with publint and Are The Types Wrong.
import { execFile, execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root, workspacePackages } from "./workspace.ts";

const run = promisify(execFile);
const checks = [
  { command: "publint", options: ["--strict"] },
  // The packages are ES modules only.
  { command: "attw", options: ["--profile", "esm-only", "--format", "ascii", "--no-emoji"] },
];

/** What the tools complain about, a text each. */
async function complaints(tarball: string): Promise<string[]> {
  const found = await Promise.all(
    checks.map(({ command, options }) =>
      run(join(root, "node_modules/.bin", command), [tarball, ...options], { env: { ...process.env, NO_COLOR: "1" } }).then(
        () => [],
        ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => [
          `${basename(tarball)}: ${command}\n${stdout}${stderr}`,
        ],
      ),
    ),
  );
  return found.flat();
}

const folder = mkdtempSync(join(tmpdir(), "packages-"));
try {
  const published = workspacePackages().filter((each) => !each.private);
  const filters = published.flatMap(({ name }) => ["--filter", name]);
  execFileSync("pnpm", ["--recursive", ...filters, "pack", "--pack-destination", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const tarballs = globSync(join(folder, "*.tgz")).toSorted();
  if (tarballs.length !== published.length) throw new Error(`${published.length} packages, but ${tarballs.length} tarballs`);

  const queue = tarballs.values();
  const worker = async (): Promise<void> => {
    for (const tarball of queue) {
      for (const complaint of await complaints(tarball)) {
        console.error(complaint);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (process.exitCode === undefined) console.log(`${tarballs.length} packages are fit to publish`);
} finally {
  rmSync(folder, { recursive: true });
}
