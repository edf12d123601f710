import { check, type Tensor } from "@modelgauge/core";

/** What a condition comes to in every run; undefined where only a run tells. One that was compared by estimates does not. */
export function decisionOf({ name, status, values }: Pick<Tensor, "name" | "status" | "values">): boolean | undefined {
  if (values === undefined || status === "estimate") return undefined;
  check(values.length === 1, () => `"${name}" has ${values.length} elements, one is expected`);
  return values[0] !== 0;
}
