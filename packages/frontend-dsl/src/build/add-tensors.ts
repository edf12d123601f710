import { bytesOf, isFloat, type StoredTensor } from "@modelgauge/core";
import type { Environment } from "../expression/evaluate.ts";
import { type JsonObject, memberOf } from "../json/json-node.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateText } from "./evaluate-node.ts";
import { passesOfEntry } from "./passes.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import { readDType, readShape, readValues } from "./value-type.ts";

/** Names the tensors that a network, block or body declares. */
export function addTensors(tensors: readonly JsonObject[], scope: Scope, session: Session): void {
  for (const node of tensors) {
    try {
      for (const pass of passesOfEntry(node, scope.parts.variables, scope.environment()))
        addTensor(node, scope.environment(pass), scope, session);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      session.problems.add(error.place, error.message);
      scope.lose("");
    }
  }
}

function addTensor(node: JsonObject, environment: Environment, scope: Scope, session: Session): void {
  const { builder, dtype, prefix } = scope.parts;
  const [nameNode, shapeNode, valuesNode] = [memberOf(node, "name"), memberOf(node, "shape"), memberOf(node, "values")];
  if (nameNode === undefined) return;
  const name = evaluateText(nameNode, environment);
  const role = (textAt(node, "role") ?? (valuesNode === undefined ? "weight" : "constant")) as StoredTensor["role"];
  const own = memberOf(node, "dtype");
  const trained = role === "weight" || role === "bias";
  const type = own === undefined ? dtype : readDType(own, environment);
  const values = valuesNode && readValues(valuesNode, type, environment);
  const shape = shapeNode === undefined ? values && [values.length] : readShape(shapeNode, environment);
  if (shape === undefined) throw new DocumentError(node.place, `tensor "${name}" needs a "shape", or "values"`);
  const elements = shape.reduce((product, size) => product * size, 1);
  if (values !== undefined && values.length !== elements) {
    throw new DocumentError(valuesNode!.place, `found ${values.length} values, expected ${elements}, as the shape says`);
  }
  const held = own === undefined && trained && isFloat(type) ? scope.precision.weights : undefined;
  const bytes = memberOf(node, "bytes");
  const stored = memberOf(node, "stored");
  const fullName = prefix + name;
  const tensor =
    stored?.kind === "boolean" && !stored.value
      ? builder.constant(fullName, type, shape, values)
      : builder.stored({
          name: fullName,
          dtype: type,
          shape,
          role,
          values,
          // As layers take it as an input, a precision of weights changes what is stored, and not what they compute in.
          bytes: bytes?.kind === "number" ? bytes.value : held && bytesOf(held, elements),
        });
  session.producers.set(tensor, `tensor "${fullName}"`);
  if (!scope.define(name, [tensor])) throw new DocumentError(node.place, `the name "${name}" stands twice here`);
}

function textAt(node: JsonObject, key: string): string | undefined {
  const found = memberOf(node, key);
  return found?.kind === "string" ? found.value : undefined;
}
