import { check, type InputValue, type OutputType, type SequenceType, type ValueType } from "@modelgauge/core";
import { mergeTypes } from "../value-types/merge-types.ts";

/** The most elements of a sequence that are told one by one. */
export const ELEMENTS_LIMIT = 4096;

/** What a layer costs that only hands on or arranges values: no work, and no traffic, as no element is copied. */
export const REFERENCES_ONLY: { readonly work: Record<string, never>; readonly traffic: { readonly read: 0; readonly write: 0 } } = {
  work: {},
  traffic: { read: 0, write: 0 },
};

/**
 * The sequence that an input is.
 *
 * @throws ModelGaugeError `invalid-layer` when it is none
 */
export function sequenceOf(input: InputValue, name: string): SequenceType {
  check(input.kind === "sequence", () => `input "${name}" is a ${input.kind ?? "tensor"}, not a sequence`);
  return input;
}

/** The type that all elements of a sequence share, sizes that differ bounded; undefined where there are none, or nothing is known. */
export function sharedElement({ elements, element }: SequenceType): OutputType | undefined {
  return element ?? (elements?.length ? elements.reduce<OutputType>(mergeTypes, elements[0]!) : undefined);
}

/** A sequence of known elements; of one type, where there are too many to tell them one by one. */
export function sequenceType(elements: readonly ValueType[]): SequenceType {
  return elements.length <= ELEMENTS_LIMIT
    ? { kind: "sequence", elements }
    : { kind: "sequence", element: elements.reduce<OutputType>(mergeTypes, elements[0]!) };
}

/** A sequence of so many elements of one type. */
export function repeatedElement(element: ValueType, length: number): SequenceType {
  return length <= ELEMENTS_LIMIT
    ? { kind: "sequence", elements: new Array<ValueType>(length).fill(element) }
    : { kind: "sequence", element };
}

/** The place that a known position tells in a sequence of so many elements, negative from the end; undefined where it is not known or lies outside. */
export function placeIn(position: InputValue, length: number): number | undefined {
  const value = position.values?.[0];
  if (value === undefined) return undefined;
  const place = Number(value) < 0 ? Number(value) + length : Number(value);
  return place >= 0 && place < length ? place : undefined;
}

/** Sequences of unknown length that hold at least one more type of element. */
export function withElement(sequence: SequenceType, added: ValueType | undefined): SequenceType {
  const shared = sharedElement(sequence);
  const element = shared && added ? mergeTypes(shared, added) : (shared ?? added);
  return { kind: "sequence", ...(element && { element }) };
}
