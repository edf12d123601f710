/** Names of curves, and what they have in common. */
export interface CurveNames {
  /** Parts that all names share; empty where there are none. */
  readonly shared: string;
  /** What is left of each name. */
  readonly own: readonly string[];
}

/** Takes out of names, lists of parts like `resnet18.onnx, nvidia-t4, weights int8`, the parts that all share. A name of nothing else stays whole. */
export function curveNames(names: readonly string[]): CurveNames {
  const parts = names.map((name) => name.split(", "));
  const shared = parts.length < 2 ? [] : parts[0]!.filter((part) => parts.every((others) => others.includes(part)));
  const own = parts.map((each) => each.filter((part) => !shared.includes(part)).join(", "));
  return { shared: shared.join(", "), own: own.map((words, index) => words || names[index]!) };
}
