/** One thing wrong with a value, as Standard Schema validators say it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Outcome of a Standard Schema validation. */
export type SchemaResult<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };

/**
 * The part of Standard Schema (https://standardschema.dev) that ModelGauge uses: any validator library that implements it, and
 * validates synchronously, will do. `jsonSchema`, of Standard JSON Schema, lets editors complete the attributes.
 */
export interface AttributeSchema<Output = unknown, Input = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly jsonSchema?: { readonly input: (options: { readonly target: string }) => Record<string, unknown> };
  };
}

/** Where an issue stands, as people write it: `pads[1]`, `recurrent.units`; empty for the value itself. */
export function issuePath(issue: SchemaIssue): string {
  let text = "";
  for (const step of issue.path ?? []) {
    const key = typeof step === "object" ? step.key : step;
    text += typeof key === "number" ? `[${key}]` : text === "" ? String(key) : `.${String(key)}`;
  }
  return text;
}
