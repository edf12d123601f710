import { basename } from "node:path";
import type { Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import type { Gauge, ReadOptions } from "@modelgauge/host";
import { locatedError } from "./error-line.ts";

/**
 * Analyses a model file.
 *
 * @throws ModelGaugeError whatever happens, the file named
 */
export async function analyzeFile(gauge: Gauge, path: string, options: ReadOptions): Promise<Report> {
  try {
    await using source = await fileSource(path);
    return await gauge.analyze(source, options);
  } catch (error) {
    throw locatedError(basename(path), error);
  }
}
