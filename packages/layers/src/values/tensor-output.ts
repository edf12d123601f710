import { type Description, isTensorType, type TensorType } from "@modelgauge/core";

/** Type of a described output that is a tensor, for `evaluate`. */
export function tensorOutput(outputs: Description["outputs"], index = 0): TensorType {
  const output = outputs[index];
  if (output === undefined || !isTensorType(output)) throw new Error(`output ${index} is no tensor`);
  return output;
}
