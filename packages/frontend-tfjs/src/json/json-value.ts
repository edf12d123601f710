import { isDType, type DType } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";

/**
 * A value of a JSON file with the place where it stands, so that whatever is wrong with it can be said in one line. Members are the
 * object's own alone; `null` counts as absent.
 *
 * Each reader throws ModelGaugeError `tfjs-malformed` where the value is of another kind, or is absent and no default is given.
 */
export class JsonValue {
  readonly value: unknown;
  /** `modelTopology.node[3].attr`; empty for the whole file. */
  readonly path: string;

  constructor(value: unknown, path: string) {
    this.value = value ?? undefined;
    this.path = path;
  }

  /** The path as messages tell it: of one with many steps, the first and the last. */
  get place(): string {
    const steps = this.path.split(".");
    return steps.length <= 12 ? this.path : [...steps.slice(0, 6), "…", ...steps.slice(-4)].join(".");
  }

  get isPresent(): boolean {
    return this.value !== undefined;
  }

  get isObject(): boolean {
    return typeof this.value === "object" && !Array.isArray(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** A member; absent where there is none, or this is absent itself. */
  at(key: string): JsonValue {
    const path = this.path === "" ? key : `${this.path}.${key}`;
    if (!this.isPresent) return new JsonValue(undefined, path);
    const object = this.object();
    return new JsonValue(Object.hasOwn(object, key) ? object[key] : undefined, path);
  }

  /** Whether there is a member that is not null. */
  has(key: string): boolean {
    return this.isObject && this.at(key).isPresent;
  }

  /** Names of the members; none where this is absent. */
  get keys(): readonly string[] {
    return this.isPresent ? Object.keys(this.object()) : [];
  }

  object(): Readonly<Record<string, unknown>> {
    return this.#expect("an object", this.isObject, undefined) as Readonly<Record<string, unknown>>;
  }

  /** The elements; none where this is absent. */
  items(): readonly JsonValue[] {
    const list = this.#expect("a list", Array.isArray, []) as readonly unknown[];
    return list.map((each, index) => new JsonValue(each, `${this.path}[${index}]`));
  }

  text(fallback?: string): string {
    return this.#expect("text", (value) => typeof value === "string", fallback) as string;
  }

  number(fallback?: number): number {
    return this.#expect("a number", (value) => typeof value === "number", fallback) as number;
  }

  integer(fallback?: number): number {
    return this.#expect("a whole number", Number.isSafeInteger, fallback) as number;
  }

  flag(fallback?: boolean): boolean {
    return this.#expect("true or false", (value) => typeof value === "boolean", fallback) as boolean;
  }

  integers(fallback?: readonly number[]): readonly number[] {
    if (!this.isPresent && fallback !== undefined) return fallback;
    this.#expect("a list of whole numbers", Array.isArray, undefined);
    return this.items().map((item) => item.integer());
  }

  /** One of some words. */
  word<const Word extends string>(words: readonly Word[], fallback?: Word): Word {
    const text = this.text(fallback);
    const word = words.find((each) => each === text);
    if (word === undefined) throw malformed(`${this.place} is ${quoted(text)}, not one of ${words.join(", ")}`);
    return word;
  }

  dtype(fallback?: DType): DType {
    const text = this.text(fallback);
    if (!isDType(text)) throw malformed(`${this.place} is ${quoted(text)}, which is no dtype`);
    return text;
  }

  #expect(kind: string, accepts: ((value: unknown) => boolean) | boolean, fallback: unknown): unknown {
    if (!this.isPresent && fallback !== undefined) return fallback;
    if (!this.isPresent) throw malformed(`${this.#subject} is missing`);
    if (typeof accepts === "boolean" ? !accepts : !accepts(this.value))
      throw malformed(`${this.#subject} must be ${kind}, not ${kindOf(this.value)}`);
    return this.value;
  }

  get #subject(): string {
    return this.path === "" ? "the file's content" : this.place;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  return typeof value === "number" || typeof value === "boolean" ? `${value}` : "an object";
}
