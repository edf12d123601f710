import type { Ports } from "@modelgauge/core";
import type { Environment } from "../expression/evaluate.ts";
import { type JsonNode, memberOf, quoted } from "../json/json-node.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateText } from "./evaluate-node.ts";
import type { Flow } from "./flow.ts";
import { passesOfEntry } from "./passes.ts";
import type { Scope } from "./scope.ts";

/**
 * What a name, or a list of names some of which are repeated, stands for.
 *
 * @throws DocumentError
 */
export function resolveReferences(node: JsonNode, scope: Scope, environment: Environment): readonly Flow[] {
  if (node.kind !== "list") return [resolveOne(node, scope, environment)];
  return node.items.flatMap((item) => {
    const name = item.kind === "object" ? memberOf(item, "name") : undefined;
    if (item.kind !== "object" || name === undefined) return [resolveOne(item, scope, environment)];
    return passesOfEntry(item, environment, environment).map((pass) => resolveOne(name, scope, { ...environment, ...pass }));
  });
}

/**
 * The inputs of a layer in the order of its ports, without gaps at the end. Without `input`, the first port takes what the statement
 * before gave.
 *
 * @throws DocumentError
 */
export function layerInputs(node: JsonNode | undefined, ports: Ports, scope: Scope, environment: Environment): readonly Flow[] {
  if (node === undefined) return Object.keys(ports).length === 0 ? [] : scope.previous.slice(0, 1);
  if (node.kind !== "object") return withoutTrailingGaps(resolveReferences(node, scope, environment));
  const flows = Object.entries(ports).flatMap(([name, port]): readonly Flow[] => {
    const given = node.members.get(name)?.value;
    const many = port === "tensors" || port === "values";
    if (given === undefined) return many ? [] : [undefined];
    if (many) return resolveReferences(given, scope, environment);
    return [resolveOne(given, scope, environment)];
  });
  return withoutTrailingGaps(flows);
}

function resolveOne(node: JsonNode, scope: Scope, environment: Environment): Flow {
  if (node.kind === "null") return undefined;
  if (node.kind !== "string") throw new DocumentError(node.place, `found ${quoted(node)}, expected a name`);
  const reference = evaluateText(node, environment);
  try {
    return scope.resolve(reference);
  } catch (error) {
    throw new DocumentError(node.place, (error as Error).message);
  }
}

function withoutTrailingGaps(flows: readonly Flow[]): readonly Flow[] {
  return flows.slice(0, flows.findLastIndex((flow) => flow !== undefined) + 1);
}
