import { check, type DeclaredDim, type DType } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { malformed, quoted } from "../malformed.ts";
import type { GraphNode } from "./graph-def.ts";
import { dtypeOfTf } from "./tf-dtype.ts";

/** A node as translators see it: its operation, and its attributes by name and type. A default makes an attribute optional. */
export class TfNode {
  readonly #node: GraphNode;

  constructor(node: GraphNode) {
    this.#node = node;
  }

  get name(): string {
    return this.#node.name;
  }

  get op(): string {
    return this.#node.op;
  }

  has(name: string): boolean {
    return this.#node.attributes.isPresent && this.#node.attributes.has(name);
  }

  /** Whether an attribute names one element type. */
  hasType(name: string): boolean {
    return this.has(name) && this.#attribute(name).has("type");
  }

  /** An integer, which the file writes as text. */
  int(name: string, fallback?: number): number {
    return this.has(name) ? wholeNumber(this.#attribute(name).at("i"), 0) : missing(name, fallback);
  }

  float(name: string, fallback?: number): number {
    return this.has(name) ? floatNumber(this.#attribute(name).at("f")) : missing(name, fallback);
  }

  flag(name: string, fallback?: boolean): boolean {
    return this.has(name) ? this.#attribute(name).at("b").flag(false) : missing(name, fallback);
  }

  string(name: string, fallback?: string): string {
    return this.has(name) ? decodedText(this.#attribute(name).at("s")) : missing(name, fallback);
  }

  ints(name: string, fallback?: readonly number[]): readonly number[] {
    return this.has(name) ? this.#list(name, "i").map((item) => wholeNumber(item, 0)) : missing(name, fallback);
  }

  strings(name: string, fallback?: readonly string[]): readonly string[] {
    return this.has(name) ? this.#list(name, "s").map(decodedText) : missing(name, fallback);
  }

  /** What TensorFlow.js computes in for the element type that an attribute names. */
  dtype(name: string, fallback?: DType): DType {
    if (!this.has(name)) return missing(name, fallback);
    const type = this.#attribute(name).at("type");
    const dtype = dtypeOfTf(type.value);
    check(
      dtype !== undefined,
      () => `attribute ${name} is ${typeof type.value === "string" ? quoted(type.value) : String(type.value)}, which is no element type`,
    );
    return dtype;
  }

  dtypes(name: string): readonly DType[] {
    return this.#list(name, "type").map((type) => dtypeOfTf(type.value) ?? "float32");
  }

  /** Sizes; undefined for a size that is open, and altogether where the rank is. */
  shape(name: string): readonly DeclaredDim[] | undefined {
    return this.has(name) ? declaredShape(this.#attribute(name).at("shape")) : undefined;
  }

  /** Each shape of a list. */
  shapes(name: string): readonly (readonly DeclaredDim[] | undefined)[] {
    return this.has(name) ? this.#list(name, "shape").map(declaredShape) : [];
  }

  /** Name of the function that an attribute refers to. */
  function(name: string): string {
    return this.#attribute(name).at("func").at("name").text();
  }

  /** One of some words. */
  word<const Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word {
    const text = this.string(name, fallback);
    const word = words.find((each) => each === text);
    check(word !== undefined, () => `attribute ${name} is ${quoted(text)}, not one of ${words.join(", ")}`);
    return word;
  }

  /** The tensor that an attribute holds. */
  tensor(name: string): JsonValue {
    return this.#attribute(name).at("tensor");
  }

  #attribute(name: string): JsonValue {
    return this.#node.attributes.at(name);
  }

  #list(name: string, kind: string): readonly JsonValue[] {
    return this.#attribute(name).at("list").at(kind).items();
  }
}

function missing<T>(name: string, fallback: T | undefined): T {
  check(fallback !== undefined, () => `attribute ${name} is missing`);
  return fallback;
}

/** A whole number, as text or number; the file leaves out a 0. */
export function wholeNumber(value: JsonValue, fallback: number): number {
  if (!value.isPresent) return fallback;
  const number = typeof value.value === "string" && /^-?\d+$/.test(value.value) ? Number(value.value) : value.value;
  if (typeof number !== "number" || !Number.isInteger(number)) throw malformed(`${value.place} is no whole number`);
  return number;
}

function floatNumber(value: JsonValue): number {
  if (typeof value.value === "string" && ["NaN", "Infinity", "-Infinity"].includes(value.value)) return Number(value.value);
  return value.number(0);
}

/** Sizes as protobuf's JSON writes them; a size of 0 may be left out. */
export function declaredShape(shape: JsonValue): readonly DeclaredDim[] | undefined {
  if (!shape.isPresent || shape.at("unknownRank").value === true) return undefined;
  return shape
    .at("dim")
    .items()
    .map((dim) => {
      const size = wholeNumber(dim.at("size"), 0);
      return size < 0 ? undefined : size;
    });
}

/** Text, which the file writes in base 64, or as its bytes. */
function decodedText(value: JsonValue): string {
  if (value.isList) return new TextDecoder().decode(Uint8Array.from(value.integers()));
  const text = value.text("");
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.codePointAt(0)!));
  } catch {
    throw malformed(`${value.place} is no text in base 64: ${quoted(text)}`);
  }
}
