import { check, formatShape, resolveAxis, type Operand } from "@modelgauge/core";
import type { OnnxContext } from "./operator.ts";

/**
 * The second operand of a binary operator as it broadcasts by the common rules. Before version 7, with `broadcast`, `axis` says at which
 * dimension of the first operand those of the second begin (default: so that both end alike). Without `broadcast` shapes should be the
 * same; files that say they are of an old version and mean the common rules are taken by these.
 *
 * @throws ModelGaugeError `invalid-layer` when the second does not fit at the axis
 */
export function aligned(a: Operand, b: Operand, { node, step }: Pick<OnnxContext, "node" | "step">): Operand {
  const axis = node.version < 7 && node.flag("broadcast") ? node.int("axis") : undefined;
  if (axis === undefined) return b;
  const behind = a.rank - resolveAxis(axis, a.rank + 1) - b.rank;
  check(behind >= 0, () => `${formatShape(b.shape)} at axis ${axis} does not fit into ${formatShape(a.shape)}`);
  if (behind === 0) return b;
  return step("aligned", "reshape", [b], { shape: [...b.shape, ...Array.from({ length: behind }, () => 1)] })[0]!;
}
