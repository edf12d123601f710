import { check } from "@modelgauge/core";

/** A node's children; leaves have none. */
export type ChildrenOf = (node: number) => readonly number[];

/**
 * Decisions on the longest way from each root to a leaf, summed over the roots.
 *
 * @throws ModelGaugeError `invalid-layer` when nodes form a cycle
 */
export function sumOfDepths(roots: readonly number[], childrenOf: ChildrenOf): number {
  const depths = new Map<number, number>();
  return roots.reduce((sum, root) => sum + depthOf(root, childrenOf, depths), 0);
}

/** Without recursion: a tree may be as deep as it has nodes. */
function depthOf(root: number, childrenOf: ChildrenOf, depths: Map<number, number>): number {
  const open = new Set<number>();
  const path = [root];
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const children = childrenOf(node);
    if (!open.has(node) && !depths.has(node)) {
      open.add(node);
      for (const child of children) {
        check(!open.has(child), () => `node ${child} is its own descendant`);
        if (!depths.has(child)) path.push(child);
      }
      continue;
    }
    path.pop();
    if (!open.delete(node)) continue;
    depths.set(node, children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => depths.get(child)!)));
  }
  return depths.get(root)!;
}
