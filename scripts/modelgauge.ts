// Builds what the CLI needs, then runs it with the caller's arguments, in the caller's directory, and answers its exit code.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const node = process.execPath;

const build = spawnSync(node, [join(root, "node_modules/typescript/bin/tsc"), "-b", join(root, "packages/modelgauge")], {
  encoding: "utf8",
});
if (build.status !== 0) {
  process.stderr.write(build.stdout + build.stderr);
  process.exit(2);
}

const cli = join(root, "packages/modelgauge/bin/modelgauge.js");
const run = spawnSync(node, [cli, ...process.argv.slice(2)], {
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  stdio: "inherit",
});
process.exit(run.status ?? 1);
