import type { Operand } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";

/** One layer of a chain, each of which takes what the one before gives. */
export interface Link {
  /** Tells it from the node's other layers. */
  readonly name: string;
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Its inputs, from what the link before gives; that alone where left out. */
  readonly inputs?: (before: Operand) => readonly (Operand | undefined)[];
}

/**
 * Adds the layers of a node that computes one thing after another; what is undefined is left out. The last gives the node's output 0;
 * where there is none, the start does.
 */
export function addChain({ step, add }: Pick<OnnxContext, "step" | "add">, start: Operand, ...links: readonly (Link | undefined)[]): void {
  const there = links.filter((link) => link !== undefined);
  const last = there.pop() ?? { name: "output", type: "identity" };
  let before = start;
  for (const { name, type, attributes, inputs } of there)
    [before] = step(name, type, inputs?.(before) ?? [before], attributes) as [Operand];
  add(last.type, last.inputs?.(before) ?? [before], last.attributes, { outputs: [0] });
}

/** A link that adds a tensor, if there is one. */
export function sumWith(name: string, other: Operand | undefined): Link | undefined {
  return other && { name, type: "elementwise", attributes: { function: "add" }, inputs: (before) => [before, other] };
}

/** A link that applies a function to each element. */
export function applied(name: string, attributes: Readonly<Record<string, unknown>>): Link {
  return { name, type: "activation", attributes };
}
