import { check, formatShape, resolveAxis, sameShape } from "@modelgauge/core";
import type { Operand } from "./operand.ts";
import type { OnnxContext } from "./operator.ts";

/**
 * The second operand of a binary operator as it broadcasts by the common rules. Before version 7, `broadcast` asks for it, and `axis` says
 * at which dimension of the first operand those of the second begin (default: so that both end alike).
 *
 * @throws ModelGaugeError `invalid-layer` when the shapes differ and no broadcast is asked for, or the second does not fit at the axis
 */
export function aligned(a: Operand, b: Operand, { node, step }: Pick<OnnxContext, "node" | "step">): Operand {
  if (node.version >= 7) return b;
  const broadcasts = node.flag("broadcast") ?? false;
  check(
    broadcasts || sameShape(a.shape, b.shape),
    () => `the shapes are ${formatShape(a.shape)} and ${formatShape(b.shape)}, and attribute broadcast is not set`,
  );
  const axis = node.int("axis");
  if (!broadcasts || axis === undefined) return b;
  const behind = a.rank - resolveAxis(axis, a.rank + 1) - b.rank;
  check(behind >= 0, () => `${formatShape(b.shape)} at axis ${axis} does not fit into ${formatShape(a.shape)}`);
  if (behind === 0) return b;
  return step("aligned", "reshape", [b], { shape: [...b.shape, ...Array.from({ length: behind }, () => 1)] })[0]!;
}
