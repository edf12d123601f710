import { isFloatingPoint, type Model } from "@modelgauge/core";
import { inspectWeights, NO_FINDINGS } from "./artifacts/inspect-weights.ts";
import { missingFiles } from "./artifacts/missing-files.ts";
import { reportQuantised } from "./artifacts/loaded-size.ts";
import type { Artifacts } from "./artifacts/artifacts.ts";

/** Weights without a topology, as some projects keep their networks in code: parameters and sizes are known, and nothing else. */
export function weightsModel({ manifest = [], bytes: files }: Artifacts, name: string): Model {
  let found = NO_FINDINGS;
  const entries = manifest.flatMap((group) => group.entries).filter(({ training }) => !training);
  return {
    name,
    format: "tfjs",
    inputs: [],
    inspectWeights: async (inspection) => {
      found = await inspectWeights(manifest, files, inspection);
    },
    build(builder) {
      for (const diagnostic of [...missingFiles(files.missing), ...found.diagnostics]) builder.diagnose(diagnostic);
      reportQuantised(manifest, builder);
      builder.diagnose({
        severity: "warning",
        code: "tfjs-no-topology",
        message: "the file has weights and no topology: parameters and sizes are counted, work is not known",
      });
      const weights = entries.map(({ name: weight, dtype, shape, bytes, quantization }) =>
        builder.stored({
          name: weight,
          dtype,
          shape,
          role: isFloatingPoint(dtype) ? "weight" : "constant",
          bytes: quantization && bytes,
          nonzero: found.nonzero.get(weight),
        }),
      );
      builder.undescribed({
        name: "weights",
        inputs: weights,
        outputs: [],
        origin: { format: "tfjs", operator: "weightsManifest", name: "weights" },
        reason: "the file does not tell what computes with these weights",
      });
      return builder.finish([]);
    },
  };
}
