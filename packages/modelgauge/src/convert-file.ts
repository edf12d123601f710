import { basename } from "node:path";
import type { Bindings, Diagnostic } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import { writeDocument } from "@modelgauge/frontend-dsl";
import type { Gauge } from "@modelgauge/host";
import { locatedError } from "./error-line.ts";

/** A model file written in the DSL. */
export interface Conversion {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the network of a model file in the DSL.
 *
 * @throws ModelGaugeError whatever happens, the file named
 */
export async function convertFile(gauge: Gauge, path: string, bindings: Bindings): Promise<Conversion> {
  try {
    await using source = await fileSource(path);
    const { graph, bound, diagnostics } = (await gauge.open(source)).build(bindings);
    const sizes = Object.entries(bound).map(([name, size]) => `${name} = ${size}`);
    const description = `Converted from ${source.name}${sizes.length === 0 ? "" : ` at ${sizes.join(", ")}`}.`;
    const layerTypes = new Map(gauge.layerTypes.map((layerType) => [layerType.type, layerType]));
    return { text: writeDocument(graph, layerTypes, { description }), diagnostics };
  } catch (error) {
    throw locatedError(basename(path), error);
  }
}
