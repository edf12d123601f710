#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`modelgauge: Node ${process.versions.node} is too old: 22.12 or newer is needed`);
  process.exit(2);
}
const { enableCompileCache } = await import("node:module");
enableCompileCache();
await import("../dist/cli.js");
