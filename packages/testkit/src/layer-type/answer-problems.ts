import { isDType, isInteger, isTensorType, product, type Shape, type Tensor, type TensorType, type WeightType } from "@modelgauge/core";
import type { Answer } from "./answer.ts";
import { descriptionProblems } from "./description-problems.ts";

/** What is wrong with an answer, whatever the layer; nothing where it is well-formed. */
export function answerProblems({ description, values = [], weights }: Answer, inputs: readonly (Tensor | undefined)[]): readonly string[] {
  const problems = [...descriptionProblems(description, inputs)];
  values.forEach((each, index) => {
    const output = description.outputs[index];
    if (each === undefined) return;
    if (output === undefined || !isTensorType(output)) problems.push(`evaluate: output ${index} is no tensor`);
    else if (each.length !== product(output.shape))
      problems.push(`evaluate: output ${index} has ${each.length} values, its shape ${product(output.shape)} elements`);
    else if (!each.every((value) => fits(value, output))) problems.push(`evaluate: output ${index} has values that are no ${output.dtype}`);
  });
  for (const [name, weight] of Object.entries(weights)) {
    if (weight === undefined || weight === false) continue;
    const { shape, dtype, role } = asWeight(weight);
    const wrong = shape.find((size) => !Number.isInteger(size) || size < 0);
    if (wrong !== undefined) problems.push(`weight "${name}" has a dimension of size ${wrong}`);
    if (dtype !== undefined && !isDType(dtype)) problems.push(`weight "${name}" is of dtype "${String(dtype)}"`);
    if (role !== undefined && !["weight", "bias", "buffer"].includes(role)) problems.push(`weight "${name}" has the role "${role}"`);
  }
  return problems;
}

function asWeight(weight: WeightType): Exclude<WeightType, Shape> {
  return Array.isArray(weight) ? { shape: weight as Shape } : (weight as Exclude<WeightType, Shape>);
}

function fits(value: unknown, { dtype }: TensorType): boolean {
  if (dtype === "string") return typeof value === "string";
  if (dtype === "bool") return value === 0 || value === 1;
  if (isInteger(dtype)) return typeof value === "bigint" || Number.isInteger(value);
  return typeof value === "number";
}
