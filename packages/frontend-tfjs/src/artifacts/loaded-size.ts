import { bytesOf, type GraphBuilder, product } from "@modelgauge/core";
import type { WeightManifest } from "./weight-manifest.ts";

/** Says what quantised weights take in the file, and once they are loaded: model size counts the former. */
export function reportQuantised(manifest: WeightManifest, builder: GraphBuilder): void {
  const entries = manifest.flatMap((group) => group.entries).filter(({ training }) => !training);
  if (entries.every(({ quantization }) => quantization === undefined)) return;
  let stored = 0;
  let loaded = 0;
  for (const { dtype, shape, bytes } of entries) {
    stored += bytes ?? 0;
    loaded += bytesOf(dtype, product(shape)) ?? 0;
  }
  builder.diagnose({
    severity: "info",
    code: "tfjs-quantised-weights",
    message: `weights are stored in ${stored} bytes, and take ${loaded} bytes once they are loaded`,
  });
}
