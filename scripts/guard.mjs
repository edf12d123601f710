// Stops a script early, in words, where Node is too old for it. Must itself run on any Node.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`modelgauge: Node ${process.versions.node} is too old: 22.12 or newer is needed ("pnpm install" brings one along)`);
  process.exit(2);
}
