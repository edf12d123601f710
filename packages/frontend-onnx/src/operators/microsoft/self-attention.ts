import { check, formatShape, type Operand } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";
import { required } from "../../setting.ts";
import { attend } from "./cached-attention.ts";
import type { Projections } from "./projection.ts";
import { rotated } from "./rotary.ts";
import type { ScoreMasks } from "./score-mask.ts";

/** What attention may take beside its projections. */
export interface SelfAttention extends ScoreMasks {
  /** Keys and values of earlier steps, stacked: [2, B, heads, P, size]. */
  readonly past: Operand | undefined;
  /** Entries of `past` that count, where it is a buffer that keeps its size. */
  readonly pastLength: Operand | undefined;
}

/**
 * Adds attention with keys and values of earlier steps stacked in one tensor; output 1 holds them afterwards. The attributes are those
 * that Attention and its kin share.
 */
export function selfAttention(
  context: Pick<OnnxContext, "node" | "step" | "add" | "constant">,
  projections: Projections,
  { past, pastLength, ...masks }: SelfAttention,
): void {
  const { node, step, add } = context;
  const heads = required(node.int("num_heads"), "num_heads");
  check(
    past === undefined || (past.rank === 5 && past.shape[0] === 2),
    () => `past is ${formatShape(past!.shape)}, not 2 × batch × heads × …`,
  );
  const [key, value] = past === undefined ? [] : step("past", "unstack", [past], {}, { count: 2, weights: [] });
  const inPlace = past !== undefined && (node.flag("past_present_share_buffer") ?? false);
  const before = inPlace ? pastLength?.number : past?.shape[3];
  const turned = (node.flag("do_rotary") ?? false) ? withRotation(context, projections, heads) : projections;
  const { caches } = attend(context, turned, {
    heads,
    attributes: { causal: node.flag("unidirectional") ?? false },
    cache: {
      key,
      value,
      inPlace,
      length: before === undefined ? undefined : before + projections.key.shape[1]!,
      status: inPlace && before === undefined ? "at-most" : "exact",
      kept: node.hasOutput(1),
    },
    ...masks,
  });
  if (!node.hasOutput(1)) return;
  if (inPlace) add("identity", [past], {}, { outputs: [1] });
  else add("stack", caches, { axis: 0 }, { outputs: [1] });
}

/** The angles are computed by the operator, for all positions alike. */
function withRotation(
  { node, step, constant }: Pick<OnnxContext, "node" | "step" | "constant">,
  projections: Projections,
  heads: number,
): Projections {
  const { query } = projections;
  const stated = node.int("rotary_embedding_dim") ?? 0;
  const size = stated > 0 ? stated : query.shape[2]! / heads;
  const table = constant(query.dtype, [query.shape[1]!, Math.floor(size / 2)]);
  return rotated({ step }, projections, { heads, kvHeads: heads }, { cos: table, sin: table, size });
}
