import type { GroupStatement } from "../document/document.ts";
import { DocumentError } from "./document-error.ts";
import type { Flow } from "./flow.ts";
import { resolveReferences } from "./layer-inputs.ts";
import { Scope } from "./scope.ts";
import { define, type RunStatements, type Site } from "./site.ts";
import type { Variables } from "./variables.ts";

/**
 * Runs a group once.
 *
 * @returns what it gives
 * @throws DocumentError
 */
export function runGroup(statement: GroupStatement, site: Site, variables: Variables, run: RunStatements): readonly Flow[] {
  const { scope, name, path, precision, environment, session } = site;
  const inner = new Scope({
    ...scope.parts,
    outer: scope,
    variables,
    prefix: name === undefined ? scope.parts.prefix : `${scope.parts.prefix}${name}.`,
    path,
    precision,
    inputs: statement.input === undefined ? scope.previous : resolveReferences(statement.input, scope, environment),
    depth: scope.parts.depth + 1,
  });
  session.checkDepth(inner.parts.depth, statement);
  run(statement.layers, inner, session);
  const flows = statement.outputs === undefined ? inner.previous : resolveReferences(statement.outputs, inner, inner.environment());
  const taken = scope.adopt(inner, name);
  if (taken !== undefined) throw new DocumentError(statement.place, `the name "${taken}", of a layer in this group, stands twice`);
  if (name !== undefined) define(name, flows, statement, scope);
  return flows;
}
