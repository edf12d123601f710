import { bitsOf, isFloatingPoint, type Shape } from "@modelgauge/core";
import type { OnnxOperator } from "./operator.ts";
import { operatorId } from "./operator.ts";
import { dtypeOf } from "./proto/data-types.ts";
import type { NodeProto, TensorProto } from "./proto/model-proto.ts";

/**
 * Where a value comes from, as far as that tells what others are that it is computed with.
 * `quantised`: stored narrow integers, moved or cast, or less their zero point; `stored`: other stored numbers, moved, cast or expanded;
 * `accumulator`: a product of integers, which is still to be scaled; `product`: a product of floating-point numbers; `sizes`: what is
 * computed of the shapes of values.
 */
export interface Origin {
  readonly from: "quantised" | "stored" | "accumulator" | "product" | "sizes";
  /** Sizes of what is stored, where they are known. */
  readonly shape?: Shape | undefined;
  /** Features of a product, where they are known. */
  readonly width?: number | undefined;
}

/** Origins of the values of a graph, by name, as far as they are told by its nodes in their order. */
export function valueOrigins(
  nodes: readonly NodeProto[],
  stored: readonly TensorProto[],
  operators: ReadonlyMap<string, OnnxOperator>,
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>(stored.map((tensor) => [tensor.name, originOfStored(tensor)]));
  for (const node of nodes) {
    const origin = originOf(
      node,
      node.input.map((name) => origins.get(name)),
      operators,
    );
    if (origin !== undefined) for (const name of node.output) if (name !== "") origins.set(name, origin);
  }
  return origins;
}

function originOfStored({ dataType, dims }: TensorProto): Origin {
  const dtype = dtypeOf(dataType);
  const isNarrow = dtype !== undefined && dtype !== "bool" && !isFloatingPoint(dtype) && (bitsOf(dtype) ?? 64) <= 16;
  return { from: isNarrow ? "quantised" : "stored", shape: dims.map(Number) };
}

function originOf(
  node: NodeProto,
  [first, second]: readonly (Origin | undefined)[],
  operators: ReadonlyMap<string, OnnxOperator>,
): Origin | undefined {
  const id = operatorId({ domain: node.domain, operator: node.opType });
  switch (id) {
    case "Constant": {
      const value = node.attribute.find(({ name }) => name === "value")?.t;
      return value && originOfStored(value);
    }
    case "MatMulInteger":
      return { from: "accumulator", width: second?.shape?.at(-1) };
    case "ConvInteger":
      return { from: "accumulator", width: second?.shape?.[0] };
    case "MatMul":
      return { from: "product", width: second?.shape?.at(-1) };
    case "Conv":
      return { from: "product", width: second?.shape?.[0] };
    case "ConvTranspose":
      return { from: "product", width: groups(node) === 1 ? second?.shape?.[1] : undefined };
    case "Shape":
    case "Size":
      return { from: "sizes" };
    case "Sub":
      return first?.from === "quantised" ? first : sizes(first, second);
    case "Add":
      return [first, second].find((each) => each?.from === "accumulator") ?? sizes(first, second);
    case "Mul":
    case "Div":
      return expanded(first, second) ?? sizes(first, second);
    case "DequantizeLinear":
      return first && { ...first, from: "stored" };
    case "Transpose":
      return first && { ...first, shape: transposed(first.shape, node) };
    case "Cast":
    case "Identity":
      return first;
    default:
      if (first === undefined || operators.get(id)?.passes !== true) return undefined;
      return first.from === "product" ? first : { from: first.from };
  }
}

function expanded(...operands: readonly (Origin | undefined)[]): Origin | undefined {
  const sum = operands.find((each) => each?.from === "accumulator");
  if (sum !== undefined) return { ...sum, from: "product" };
  const numbers = operands.find((each) => each?.from === "quantised");
  return numbers !== undefined && operands.some((each) => each?.from === "stored") ? { ...numbers, from: "stored" } : undefined;
}

function groups({ attribute }: NodeProto): number {
  return Number(attribute.find(({ name }) => name === "group")?.i ?? 1);
}

function sizes(...operands: readonly (Origin | undefined)[]): Origin | undefined {
  const isOfSizes = operands.every((each) => each?.from === "sizes" || each?.from === "stored");
  return isOfSizes ? operands.find((each) => each?.from === "sizes") : undefined;
}

function transposed(shape: Shape | undefined, { attribute }: NodeProto): Shape | undefined {
  const permutation = attribute.find(({ name }) => name === "perm")?.ints.map(Number);
  const sizes = permutation === undefined ? shape?.toReversed() : permutation.map((axis) => shape?.[axis]);
  return sizes?.every((size) => size !== undefined) ? sizes : undefined;
}
