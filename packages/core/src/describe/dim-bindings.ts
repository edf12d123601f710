import type { Diagnostic } from "../error/diagnostic.ts";
import type { Shape } from "../ir/shape.ts";
import { dimExpression } from "./dim-expression.ts";
import type { Bindings } from "./bindings.ts";
import type { DeclaredDim, DeclaredInput } from "./declared.ts";

/** The numbers of a model's symbolic dims: the caller's, else those that overridden inputs or the file itself give. */
export class DimBindings {
  readonly #given: NonNullable<Bindings["dims"]>;
  readonly #bound = new Map<string, number>();

  constructor(given: Bindings["dims"]) {
    this.#given = given ?? {};
  }

  /** Every dim that was met, with its number, in order of name. */
  get bound(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#bound].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The number of a dim, or the value of an expression of dims that have one. */
  get(name: string): number | undefined {
    return this.#own(name) ?? dimExpression(name, (dim) => this.#own(dim));
  }

  #own(name: string): number | undefined {
    return Object.hasOwn(this.#given, name) ? this.#given[name] : this.#bound.get(name);
  }

  /** Gives a dim a number, if it has none yet, and answers the one that it has. */
  bind(name: string, otherwise: number): number {
    const size = this.get(name) ?? otherwise;
    this.#bound.set(name, size);
    return size;
  }

  /** An overridden input binds its named dims, where the caller has not bound them otherwise. */
  bindBy(input: string, declared: DeclaredInput["shape"], sizes: Shape, diagnose: (diagnostic: Diagnostic) => void): void {
    if (declared?.length !== sizes.length) return;
    declared.forEach((dim, axis) => {
      if (typeof dim !== "string") return;
      const bound = this.bind(dim, sizes[axis]!);
      if (bound === sizes[axis]) return;
      const message = `input "${input}" is given ${sizes[axis]} along dim "${dim}", which is ${bound} elsewhere`;
      diagnose({ severity: "warning", code: "dim-mismatch", message });
    });
  }

  /** The size of a declared dim; one that nobody binds becomes 1, with a diagnostic, and so does each in an expression. */
  resolve(dim: DeclaredDim, input: string, axis: number, diagnose: (diagnostic: Diagnostic) => void): number {
    if (typeof dim === "number") return dim;
    const isExpression = dim !== undefined && this.#own(dim) === undefined && dimExpression(dim, () => 1) !== undefined;
    const known =
      dim === undefined
        ? undefined
        : isExpression
          ? dimExpression(dim, (part) => this.resolve(part, input, axis, diagnose))
          : this.get(dim);
    if (known !== undefined && isExpression) return this.bind(dim, known);
    if (known === undefined) {
      const what =
        dim === undefined ? `dim ${axis} of input "${input}" is open in the file` : `dim "${dim}" of input "${input}" is not bound`;
      diagnose({ severity: "info", code: "unbound-dim", message: `${what}: taken as 1` });
    }
    return dim === undefined ? 1 : this.bind(dim, 1);
  }
}
