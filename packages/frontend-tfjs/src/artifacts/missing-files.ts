import type { Diagnostic } from "@modelgauge/core";
import { quoted } from "../malformed.ts";

/** Says which weight files were wanted and are not there. */
export function missingFiles(files: readonly string[]): readonly Diagnostic[] {
  if (files.length === 0) return [];
  const named = files.slice(0, 3).map(quoted).join(", ") + (files.length > 3 ? ", …" : "");
  const which = files.length === 1 ? `the weight file ${named} is` : `${files.length} weight files (${named}) are`;
  return [
    {
      severity: "warning",
      code: "tfjs-missing-shards",
      message: `${which} not beside the model: what ${files.length === 1 ? "it holds" : "they hold"} is not known`,
    },
  ];
}
