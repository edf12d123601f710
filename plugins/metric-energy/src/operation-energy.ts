import { bitsOf, type DType, type HardwareProfile, isFloat, isInteger, type OperationKind } from "@modelgauge/core";
import { nodeFor, type ProcessNode } from "./process-node.ts";

/** Energy of one operation, and whether the device's own profile tells it. */
export interface OperationEnergy {
  readonly joules: number;
  readonly own: boolean;
}

/** What costs as much as an addition; everything else costs at least a multiplication, and is taken as one (C9). */
const LIKE_ADDITION: ReadonlySet<OperationKind> = new Set(["add", "compare", "logic", "round", "convert", "random", "hash"]);

/**
 * Joules of one operation: as the profile says, else by the published table for its process. A MAC is a multiplication and an addition.
 * Undefined for dtypes that have no arithmetic of a fixed width.
 */
export function operationEnergy(profile: HardwareProfile, kind: OperationKind, dtype: DType): OperationEnergy | undefined {
  const own = profile.energy?.operations[kind]?.[dtype];
  if (own !== undefined) return { joules: own, own: true };
  const picojoules = fromTable(nodeFor(profile.processNode), kind, dtype);
  return picojoules === undefined ? undefined : { joules: picojoules * 1e-12, own: false };
}

function fromTable(node: ProcessNode, kind: OperationKind, dtype: DType): number | undefined {
  if (kind !== "mac") return atWidth(node, LIKE_ADDITION.has(kind) ? "add" : "multiply", dtype);
  const [multiply, add] = [atWidth(node, "multiply", dtype), atWidth(node, "add", dtype)];
  return multiply === undefined || add === undefined ? undefined : multiply + add;
}

/** A width that the table lacks follows from the nearest: additions grow with the width, multiplications with its square. */
function atWidth(node: ProcessNode, operation: "add" | "multiply", dtype: DType): number | undefined {
  const family = dtype === "bfloat16" ? "bfloat" : isFloat(dtype) ? "float" : isInteger(dtype) || dtype === "bool" ? "integer" : undefined;
  const bits = bitsOf(dtype);
  if (family === undefined || bits === undefined) return undefined;
  const listed = Object.entries(node[operation][family]).map(([width, picojoules]) => ({ width: Number(width), picojoules }));
  const nearest = listed.toSorted((a, b) => Math.abs(Math.log(a.width / bits)) - Math.abs(Math.log(b.width / bits)))[0]!;
  return nearest.picojoules * (bits / nearest.width) ** (operation === "add" ? 1 : 2);
}
