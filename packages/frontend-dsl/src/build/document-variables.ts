import type { DslDocument } from "../document/document.ts";
import type { Value } from "../expression/value.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateNode } from "./evaluate-node.ts";
import type { Variables } from "./variables.ts";

/** What the caller says of a document's names. */
export interface GivenNames {
  /** The number that stands in place of a parameter's value. */
  readonly parameter: (name: string) => number | undefined;
  /** The number of a name that is no parameter: of a dim. */
  readonly dim: (name: string) => number | undefined;
}

const NOTHING_GIVEN: GivenNames = { parameter: () => undefined, dim: () => undefined };

/**
 * The parameters of a document, each evaluated when it is first read: they may name one another in any order.
 *
 * Reading one throws DocumentError where its value is wrong or missing, or depends on itself.
 */
export function documentVariables({ parameters }: DslDocument, given: GivenNames = NOTHING_GIVEN): Variables {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const values = new Map<string, Value>();
  const evaluating: string[] = [];
  const variables: Variables = {
    lookUp: (name) => {
      const parameter = byName.get(name);
      if (parameter === undefined) return given.dim(name);
      const known = values.get(name);
      if (known !== undefined) return known;
      if (evaluating.includes(name))
        throw new DocumentError(parameter.place, `parameters depend on one another: ${[...evaluating, name].join(" → ")}`);
      evaluating.push(name);
      try {
        const value = given.parameter(name) ?? evaluateNode(parameter.value, { ...variables, sizeOf: noTensor });
        if (value === null) throw new DocumentError(parameter.place, `"${name}" has no value: give it one, --dim ${name}=…`);
        values.set(name, value);
        return value;
      } finally {
        evaluating.pop();
      }
    },
    names: () => byName.keys(),
  };
  return variables;
}

function noTensor(): never {
  throw new Error("parameters of a document are read before there is any tensor");
}
