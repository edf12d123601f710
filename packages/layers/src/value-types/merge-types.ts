import {
  combine,
  isTensorType,
  type OutputType,
  product,
  sameShape,
  type SequenceType,
  type TensorType,
  type ValueType,
} from "@modelgauge/core";

/**
 * The type of a value that is one of two, as of the branches of a choice.
 *
 * Tensors of one dtype and rank: the larger of each pair of sizes, which is an upper bound where they differ. Otherwise, the larger
 * tensor, or the first value: an estimate. Sequences of one length are merged element by element; of different lengths, into the type
 * that their elements share.
 */
export function mergeTypes(a: OutputType, b: OutputType): OutputType {
  const { status: aStatus = "exact", ...aType } = a;
  const { status: bStatus = "exact", ...bType } = b;
  const { status: own = "exact", ...merged } = mergeValues(aType, bType);
  const status = combine(aStatus, bStatus, own);
  return { ...merged, ...(status !== "exact" && { status }) };
}

function mergeValues(a: ValueType, b: ValueType): OutputType {
  if (isTensorType(a) && isTensorType(b)) return mergeTensors(a, b);
  if (a.kind === "sequence" && b.kind === "sequence") return mergeSequences(a, b);
  if (a.kind === "optional" && b.kind === "optional") {
    const element = a.element && b.element ? mergeTypes(a.element, b.element) : (a.element ?? b.element);
    return {
      kind: "optional",
      ...(element && { element }),
      ...(a.present === b.present && a.present !== undefined && { present: a.present }),
    };
  }
  return a.kind === "map" && b.kind === "map" && a.key === b.key ? a : { ...a, status: "estimate" };
}

function mergeTensors(a: TensorType, b: TensorType): OutputType {
  if (a.dtype !== b.dtype || a.shape.length !== b.shape.length)
    return { ...(product(b.shape) > product(a.shape) ? b : a), status: "estimate" };
  if (sameShape(a.shape, b.shape)) return a;
  return { dtype: a.dtype, shape: a.shape.map((size, axis) => Math.max(size, b.shape[axis]!)), status: "at-most" };
}

function mergeSequences(a: SequenceType, b: SequenceType): SequenceType {
  if (a.elements && b.elements && a.elements.length === b.elements.length) {
    return { kind: "sequence", elements: a.elements.map((element, index) => mergeTypes(element, b.elements![index]!)) };
  }
  const elements = [a, b].flatMap((sequence) => sequence.elements ?? (sequence.element ? [sequence.element] : []));
  return { kind: "sequence", ...(elements.length > 0 && { element: elements.reduce(mergeTypes) }) };
}
