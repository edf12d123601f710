import type { Body, Status, Tensor, Values, ValueType } from "@modelgauge/core";

/** What a body under test leaves: a type, and what else is known of it. */
export type BodyOutput = ValueType & { readonly values?: Values; readonly status?: Status };

/** A body with outputs and no layers, which runs so often. */
export function body(outputs: readonly (BodyOutput | undefined)[], options: Partial<Pick<Body, "runs" | "status" | "name">> = {}): Body {
  const { runs = 1, status = "exact", name = "body" } = options;
  const tensors = outputs.map((output, index): Tensor => {
    const { values, status: known = "exact", ...type } = output ?? { status: "unknown" as const };
    return { name: `output${index}`, role: "activation", type: output && (type as ValueType), status: known, values, stored: false };
  });
  return { name, graph: { name, inputs: [], outputs: tensors, layers: [] }, runs, status, alternative: false };
}
