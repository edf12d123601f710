// Writes the network that `pnpm demo` analyses: node packages/modelgauge/test/networks/write-demo.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { resnet18 } from "./resnet18.ts";

writeFileSync(join(import.meta.dirname, "../../demo/resnet18.onnx"), resnet18({ weights: "absent" }));
