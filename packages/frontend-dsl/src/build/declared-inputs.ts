import type { DeclaredDim, DeclaredInput, DType } from "@modelgauge/core";
import type { Environment } from "../expression/evaluate.ts";
import { isList } from "../expression/value.ts";
import { type JsonNode, type JsonObject, memberOf } from "../json/json-node.ts";
import { evaluateNode, evaluateText, isSize, unexpected } from "./evaluate-node.ts";
import { passesOfEntry } from "./passes.ts";
import { readDType, readValueType } from "./value-type.ts";
import type { Variables } from "./variables.ts";

/**
 * What a document declares of an input, or of as many as it repeats.
 *
 * @param dtype the element type where it declares none
 * @throws DocumentError
 */
export function declaredInputs(node: JsonObject, variables: Variables, environment: Environment, dtype: DType): readonly DeclaredInput[] {
  return passesOfEntry(node, variables, environment).map((pass) => declaredInput(node, { ...environment, ...pass }, dtype));
}

function declaredInput(node: JsonObject, environment: Environment, dtype: DType): DeclaredInput {
  const nameNode = memberOf(node, "name");
  const name = nameNode === undefined ? "" : evaluateText(nameNode, environment);
  const kind = memberOf(node, "kind");
  if (kind?.kind === "string" && kind.value !== "tensor") return { name, type: readValueType(node, environment, dtype) };
  const [own, shape] = [memberOf(node, "dtype"), memberOf(node, "shape")];
  return { name, dtype: own === undefined ? dtype : readDType(own, environment), shape: shape && declaredDims(shape, environment) };
}

function declaredDims(shape: JsonNode, environment: Environment): readonly DeclaredDim[] {
  const dims = evaluateNode(shape, environment);
  if (!isList(dims)) throw unexpected(shape, dims, "a list of sizes");
  return dims.map((dim, axis) => {
    if (typeof dim === "string" || isSize(dim)) return dim;
    throw unexpected(shape.kind === "list" ? shape.items[axis]! : shape, dim, 'a size, or a name such as "batch"');
  });
}
