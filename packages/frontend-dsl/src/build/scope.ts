import { type DType, type GraphBuilder, isTensorType, type Precision, resolveAxis } from "@modelgauge/core";
import type { DslDocument } from "../document/document.ts";
import type { Environment } from "../expression/evaluate.ts";
import { Unanswerable } from "../expression/expression.ts";
import { didYouMean } from "../nearest.ts";
import { BROKEN, type Flow } from "./flow.ts";
import type { Variables } from "./variables.ts";

/** Where statements stand: the graph that they add to, and what names mean there. */
export interface ScopeParts {
  /** The scope around it, whose names are in sight; undefined at the top of a network or block. */
  readonly outer: Scope | undefined;
  readonly builder: GraphBuilder;
  /** Whose blocks are in sight. */
  readonly document: DslDocument;
  readonly variables: Variables;
  /** What the names of layers begin with: `encoder.layer0.`. */
  readonly prefix: string;
  readonly path: readonly string[];
  readonly precision: Precision;
  /** Element type of what does not say another. */
  readonly dtype: DType;
  /** What `$input` stands for: what enters the group or block. */
  readonly inputs: readonly Flow[];
  /** How many groups, blocks and bodies are around. */
  readonly depth: number;
}

/** The names of one network, block, group or body. */
export class Scope {
  readonly parts: ScopeParts;
  /** What the statement before gave; the inputs, at first. */
  previous: readonly Flow[];
  /** Element types that the document sets for what layers here hold and produce. */
  precision: Precision;
  readonly #names = new Map<string, readonly Flow[]>();
  readonly #layerNames: Set<string>;
  readonly #reserved = new Set<string>();
  /** How many names were made up of each word. */
  readonly #counts = new Map<string, number>();
  readonly #lost: string[] = [];

  constructor(parts: ScopeParts) {
    this.parts = parts;
    this.previous = parts.inputs;
    this.precision = parts.precision;
    const { outer, prefix, builder } = parts;
    // Layers of a group without a name stand beside those around it.
    const transparent = outer !== undefined && outer.parts.prefix === prefix && outer.parts.builder === builder;
    this.#layerNames = transparent ? outer.#layerNames : new Set();
  }

  /** From here on, a name that begins so and is not known may be one that a statement would have given, had it not been wrong. */
  lose(beginning: string): void {
    this.#lost.push(beginning);
  }

  /** Names what a statement gave: `name`, `name:1`, … Answers whether the name was free. */
  define(name: string, flows: readonly Flow[]): boolean {
    if (this.#names.has(name)) return false;
    this.#names.set(name, flows);
    return true;
  }

  /** Takes a name for a layer, whatever its outputs are called. Answers whether it was free. */
  claim(name: string): boolean {
    if (this.#layerNames.has(name)) return false;
    this.#layerNames.add(name);
    return true;
  }

  /** Keeps a name that a statement to come has from being made up. */
  reserve(name: string): void {
    this.#reserved.add(name);
  }

  /** `word`, or, where that is taken, `word-2`, `word-3`, … */
  freshName(word: string): string {
    return this.#fresh(word, (count) => (count === 1 ? word : `${word}-${count}`));
  }

  /** The least number that is no name yet. */
  freshNumber(): string {
    return this.#fresh("", (count) => String(count - 1));
  }

  #fresh(kind: string, nth: (count: number) => string): string {
    for (let count = (this.#counts.get(kind) ?? 0) + 1; ; count++) {
      const name = nth(count);
      if (this.#reserved.has(name) || !this.claim(name)) continue;
      this.#counts.set(kind, count);
      return name;
    }
  }

  /**
   * Makes the names of an inner scope known here: `group.name`, or, of a group without a name, as they are.
   *
   * @returns a name that was taken already, if there is one
   */
  adopt(inner: Scope, group: string | undefined): string | undefined {
    let taken: string | undefined;
    for (const [name, flows] of inner.#names) {
      if (!this.define(group === undefined ? name : `${group}.${name}`, flows)) taken ??= name;
    }
    return taken;
  }

  /**
   * What a reference stands for.
   *
   * @throws Error in words for the reader, where nothing has that name
   */
  resolve(reference: string): Flow {
    const whole = this.#find(reference);
    if (whole !== undefined) return pick(reference, whole, 0);
    const [, name, index] = /^(.*):(\d+)$/s.exec(reference) ?? [];
    const several = name === undefined ? undefined : this.#find(name);
    if (several !== undefined) return pick(name!, several, Number(index));
    if (this.#isLost(reference)) return BROKEN;
    throw new Error(`nothing before it is named "${reference}"${didYouMean(reference, this.#visible())}`);
  }

  /** What expressions read here; `variables`: those of the scope, where a statement adds none. */
  environment(variables: Variables = this.parts.variables): Environment {
    return {
      lookUp: variables.lookUp,
      names: variables.names,
      sizeOf: (reference, axis) => {
        const flow = this.resolve(reference);
        if (flow === BROKEN) throw new Unanswerable();
        const type = flow?.type;
        if (type === undefined || !isTensorType(type)) throw new Error(`the sizes of "${reference}" are not known`);
        return type.shape[resolveAxis(axis, type.shape.length)]!;
      },
    };
  }

  #find(name: string): readonly Flow[] | undefined {
    if (name === "$previous") return this.previous;
    if (name === "$input") return this.parts.inputs;
    return this.#names.get(name) ?? this.parts.outer?.findAround(name);
  }

  /** A name of this scope or those around it, other than those that begin with $. */
  findAround(name: string): readonly Flow[] | undefined {
    return this.#names.get(name) ?? this.parts.outer?.findAround(name);
  }

  #isLost(reference: string): boolean {
    const { outer } = this.parts;
    return this.#lost.some((beginning) => reference.startsWith(beginning)) || (outer !== undefined && outer.#isLost(reference));
  }

  *#visible(): Generator<string> {
    yield* ["$previous", "$input"];
    yield* this.#names.keys();
    for (let { outer } = this.parts; outer !== undefined; outer = outer.parts.outer) yield* outer.#names.keys();
  }
}

function pick(name: string, flows: readonly Flow[], index: number): Flow {
  if (flows.length === 1 && flows[0] === BROKEN) return BROKEN;
  if (index < flows.length) return flows[index];
  throw new Error(
    flows.length === 0 ? `"${name}" stands for nothing here` : `"${name}" has ${flows.length} outputs, not an output ${index}`,
  );
}
