import { product } from "@modelgauge/core";
import { operatorId } from "./operator.ts";
import type { NodeProto } from "./proto/model-proto.ts";
import type { Claim } from "./claim.ts";
import type { Origin } from "./value-origins.ts";

type Claims = readonly (Claim | undefined)[];

/**
 * What a node of plain arithmetic takes its inputs for, where their origins tell more than its operator: quantised weights and sums are
 * scaled by such nodes, products get their biases, and sizes are computed.
 *
 * @param ofOutput what the node's output is taken for
 */
export function arithmeticClaims(
  { domain, opType }: NodeProto,
  inputs: readonly (Origin | undefined)[],
  ofOutput: Claim | undefined,
): Claims {
  const [first, second] = inputs;
  switch (operatorId({ domain, operator: opType })) {
    case "MatMul":
      return inputs.map(ofQuantised);
    case "com.microsoft::QLinearAdd":
    case "com.microsoft::QLinearMul":
      return inputs.map((origin, index) => (index % 3 === 0 ? ofQuantised(origin) : undefined));
    case "Mul":
      return either(first, second, scaled) ?? either(first, second, resized) ?? (ofOutput === "scale" ? ["scale", "scale"] : []);
    case "Div":
      return scaled(first, second) ?? either(first, second, resized) ?? [];
    case "Sub":
      return first?.from === "quantised" ? [ofOutput, "setting"] : (either(first, second, resized) ?? []);
    case "Add":
      return either(first, second, shifted) ?? either(first, second, resized) ?? [];
    default:
      return [];
  }
}

function ofQuantised(origin: Origin | undefined): Claim | undefined {
  return origin?.from === "quantised" && !isSingle(origin) ? "weight" : undefined;
}

function either(
  first: Origin | undefined,
  second: Origin | undefined,
  claims: (one: Origin | undefined, other: Origin | undefined) => Claims | undefined,
): Claims | undefined {
  return claims(first, second) ?? claims(second, first)?.toReversed();
}

function scaled(numbers: Origin | undefined, scale: Origin | undefined): Claims | undefined {
  if (numbers?.from === "accumulator") return [undefined, "scale"];
  return numbers?.from === "quantised" && scale?.from === "stored" ? ["weight", "scale"] : undefined;
}

/** A scalar that is added is a constant; a vector of one element is a bias if there is one feature to add it to. */
function shifted(sum: Origin | undefined, other: Origin | undefined): Claims | undefined {
  if (other?.from !== "stored") return undefined;
  const isBias = isSingle(other) ? sum?.width === 1 && other.shape?.length !== 0 : sum?.from === "accumulator";
  return isBias ? [undefined, "bias"] : undefined;
}

function resized(sizes: Origin | undefined, other: Origin | undefined): Claims | undefined {
  return sizes?.from === "sizes" && other?.from === "stored" && (other.shape?.length ?? 0) <= 1 ? [undefined, "setting"] : undefined;
}

function isSingle({ shape }: Origin): boolean {
  return shape !== undefined && product(shape) === 1;
}
