import type { Body, Precision } from "@modelgauge/core";
import type { Statement } from "../document/document.ts";
import { memberOf } from "../json/json-node.ts";
import type { Environment } from "../expression/evaluate.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateText } from "./evaluate-node.ts";
import type { BROKEN, Flow } from "./flow.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import { readDType } from "./value-type.ts";

/** Runs the statements of an inner scope. */
export type RunStatements = (statements: readonly Statement[], scope: Scope, session: Session) => void;

/** One time that a statement runs: where, under which name, in what module, at which precision. */
export interface Site {
  readonly scope: Scope;
  /** What expressions of the statement read. */
  readonly environment: Environment;
  /** In its scope; undefined for a group without a name. */
  readonly name: string | undefined;
  readonly path: readonly string[];
  readonly precision: Precision;
  readonly session: Session;
}

/** A layer's site. */
export interface LayerSite extends Site {
  readonly name: string;
  /** The graphs that it runs; BROKEN where one could not be made. */
  readonly bodies: readonly (Body | typeof BROKEN)[];
}

/**
 * The name that a statement gives itself, which no other may have here; undefined where it gives none.
 *
 * @throws DocumentError where another has it
 */
export function ownName({ name: node }: Statement, scope: Scope, environment: Environment): string | undefined {
  if (node === undefined) return undefined;
  const name = evaluateText(node, environment);
  if (!scope.claim(name)) throw new DocumentError(node.place, `the name "${name}" stands twice here${ofRepetition(node.value)}`);
  return name;
}

function ofRepetition(text: string): string {
  return text.includes("${") ? "" : '; in a repetition, put its number in: "…${i}"';
}

/**
 * The steps in the module tree that a statement states; else its name, where it is a module.
 *
 * @throws DocumentError
 */
export function pathOf({ path }: Statement, module: string | undefined, scope: Scope, environment: Environment): readonly string[] {
  const own = path?.items.map((item) => evaluateText(item, environment)) ?? (module === undefined ? [] : [module]);
  return [...scope.parts.path, ...own];
}

/**
 * A precision, with what a node sets in its place.
 *
 * @throws DocumentError
 */
export function refine(precision: Precision, node: Statement["precision"], environment: Environment): Precision {
  if (node === undefined) return precision;
  const [weights, activations] = [memberOf(node, "weights"), memberOf(node, "activations")];
  return {
    ...precision,
    ...(weights !== undefined && { weights: readDType(weights, environment) }),
    ...(activations !== undefined && { activations: readDType(activations, environment) }),
  };
}

/**
 * Names what a statement gives.
 *
 * @throws DocumentError where something has the name already
 */
export function define(name: string, flows: readonly Flow[], { place }: Pick<Statement, "place">, scope: Scope): void {
  if (name === "$previous" || name === "$input") throw new DocumentError(place, `${name} is a word of the language, and no name`);
  if (!scope.define(name, flows)) throw new DocumentError(place, `the name "${name}" stands twice here`);
}
