import type { Statement } from "../document/document.ts";
import { Unanswerable } from "../expression/expression.ts";
import { hasExpression } from "../expression/parse.ts";
import { addLayer, addOperator } from "./add-layer.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateText, evaluateTruth } from "./evaluate-node.ts";
import { BROKEN } from "./flow.ts";
import { resolveReferences } from "./layer-inputs.ts";
import { passesOf } from "./passes.ts";
import { runBody } from "./run-body.ts";
import { runCall } from "./run-call.ts";
import { runGroup } from "./run-group.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import { define, ownName, pathOf, refine, type Site } from "./site.ts";
import type { Variables } from "./variables.ts";

/** Runs statements one after the other. What is wrong in one is reported, and what depends on it passed over. */
export function runStatements(statements: readonly Statement[], scope: Scope, session: Session): void {
  for (const { name } of statements) if (name !== undefined && !hasExpression(name.value)) scope.reserve(name.value);
  for (const statement of statements) {
    try {
      runRepeated(statement, scope, session);
    } catch (error) {
      if (error instanceof DocumentError) session.problems.add(error.place, error.message);
      else if (!(error instanceof Unanswerable)) throw error;
      giveUp(statement, scope);
    }
  }
}

/** Makes the names of a statement that is wrong stand for what could not be made. */
function giveUp(statement: Statement, scope: Scope): void {
  scope.previous = [BROKEN];
  const name = statement.name?.value;
  const literal = name !== undefined && !hasExpression(name);
  if (literal) scope.define(name, [BROKEN]);
  // Of a name with an expression, what stands before it is known.
  const beginning = name?.split("${", 1)[0];
  if (!isOperation(statement)) scope.lose(literal ? `${name}.` : (beginning ?? ""));
  else if (statement.outputs !== undefined) scope.lose("");
  else if (!literal) scope.lose(beginning ?? (statement.kind === "layer" ? statement.type : statement.operator));
}

function runRepeated(statement: Statement, scope: Scope, session: Session): void {
  const { repeat, index } = statement;
  const { variables } = scope.parts;
  if (repeat === undefined) {
    runOnce(statement, scope, variables, session);
    return;
  }
  const passes = passesOf(repeat, index, variables, scope.environment());
  if (passes.length === 0) passThrough(statement, scope, variables);
  for (const pass of passes) runOnce(statement, scope, pass, session);
}

function runOnce(statement: Statement, scope: Scope, variables: Variables, session: Session): void {
  session.countRun();
  const environment = scope.environment(variables);
  if (statement.when !== undefined && !evaluateTruth(statement.when, environment)) {
    passThrough(statement, scope, variables);
    return;
  }
  if (statement.kind !== "group" && session.problems.anyWithin(statement.place, statement.end)) throw new Unanswerable();
  const given = ownName(statement, scope, environment);
  const site = { scope, environment, session, precision: refine(scope.precision, statement.precision, environment) };
  const path = (module: string | undefined): Site["path"] => pathOf(statement, module, scope, environment);
  switch (statement.kind) {
    case "layer":
    case "operator": {
      const name = given ?? scope.freshName(statement.kind === "layer" ? statement.type : statement.operator);
      const own = { ...site, path: path(undefined) };
      const bodies = statement.bodies.map((body) => runBody(body, own, variables, runStatements));
      const layer = { ...own, name, bodies };
      const flows = statement.kind === "layer" ? addLayer(statement, layer) : addOperator(statement, layer);
      if (statement.outputs === undefined) define(name, flows, statement, scope);
      scope.previous = flows;
      return;
    }
    case "group": {
      const name = given ?? (statement.repeat === undefined ? undefined : scope.freshNumber());
      scope.previous = runGroup(statement, { ...site, name, path: path(given) }, variables, runStatements);
      return;
    }
    case "call": {
      const name = given ?? scope.freshName(statement.block.value);
      scope.previous = runCall(statement, { ...site, name, path: path(name) }, runStatements);
      return;
    }
    case "unreadable":
      throw new Unanswerable();
  }
}

/** What is left out gives what it would have taken: a layer its first input, a block or group all of them. */
function passThrough(statement: Statement, scope: Scope, variables: Variables): void {
  const environment = scope.environment(variables);
  const { input, name } = statement;
  const given = input?.kind === "object" ? [...input.members.values()].map(({ value }) => value) : input && [input];
  const inputs = given === undefined ? scope.previous : given.flatMap((node) => resolveReferences(node, scope, environment));
  const flows = isOperation(statement) ? inputs.slice(0, 1) : inputs;
  const outputs = isOperation(statement) ? statement.outputs : undefined;
  if (outputs === undefined && name !== undefined) define(evaluateText(name, environment), flows, statement, scope);
  for (const output of outputs?.items ?? []) {
    if (output.kind !== "null") define(evaluateText(output, environment), flows, statement, scope);
  }
  scope.previous = flows;
}

function isOperation(statement: Statement): statement is Statement & { readonly kind: "layer" | "operator" } {
  return statement.kind === "layer" || statement.kind === "operator";
}
