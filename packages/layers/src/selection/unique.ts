import {
  defineLayerType,
  type InputTensor,
  type LayerType,
  product,
  resolveAxis,
  type Scalar,
  type Shape,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { mapIndices } from "../values/row-major.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * The different elements, or slices along an axis, of a tensor.
 *
 * x: any shape. Outputs: the different ones ([n], or x's shape with n along the axis); for each of these, where it stands first
 * ([n]); for each element or slice of x, which one it is; for each different one, how often it stands ([n]). n depends on the data,
 * and is at most the number of elements or slices.
 * Work: sorting takes m · ⌈log2 m⌉ comparisons of m elements or slices, each as long as a slice; in the order of appearance, one hash
 * per element. An estimate.
 */
export const unique: LayerType = defineLayerType({
  type: "unique",
  attributes: z.strictObject({
    axis: axis.optional().describe("axis whose slices are compared, negative from the end; all elements where left out"),
    sorted: z.boolean().default(true).describe("whether the output is sorted, not in the order of appearance"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the indices and counts"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, sorted, dtype }, inputs: { x } }) {
    const elements = product(x.shape);
    const along = axis === undefined ? undefined : resolveAxis(axis, x.shape.length);
    const candidates = along === undefined ? elements : x.shape[along]!;
    const known = knownValues(x);
    const n = known ? groupsOf(known, x.shape, along).length : candidates;
    const status = known ? {} : { status: "at-most" as const };
    return {
      outputs: [
        { dtype: x.dtype, shape: along === undefined ? [n] : x.shape.with(along, n), ...status },
        { dtype, shape: [n], ...status },
        { dtype, shape: [candidates] },
        { dtype, shape: [n], ...status },
      ],
      work: sorted ? { compare: elements * Math.ceil(Math.log2(Math.max(1, candidates))) } : { hash: elements },
      status: "estimate",
    };
  },

  evaluate({ attributes: { axis, sorted }, inputs: { x }, outputs }) {
    const known = knownValues(x);
    if (known === undefined) return undefined;
    const along = axis === undefined ? undefined : resolveAxis(axis, x.shape.length);
    const groups = groupsOf(known, x.shape, along);
    const found = sorted ? groups.toSorted((a, b) => compareSlices(a.slice, b.slice)) : groups;
    const first = found.map(({ members }) => members[0]!);
    const inverse: number[] = [];
    found.forEach(({ members }, place) => members.forEach((member) => (inverse[member] = place)));
    const different =
      along === undefined
        ? first.map((place) => known[place]!)
        : take(x, tensorOutput(outputs).shape, (index) => index.with(along, first[index[along]!]!));
    return [different, first, inverse, found.map(({ members }) => members.length)];
  },
});

/** Elements that slices can be told apart by: an empty tensor may still have slices, but no elements in them. */
function knownValues({ values }: InputTensor): Values | undefined {
  return values?.length === 0 ? undefined : values;
}

/** Equal slices, and where along the axis they stand. */
interface Group {
  readonly slice: Values;
  readonly members: number[];
}

/** Groups of equal slices along an axis, of equal elements where there is none, in the order of appearance. */
function groupsOf(values: Values, shape: Shape, axis: number | undefined): Group[] {
  const slices: Scalar[][] = [];
  mapIndices(shape, (index, position) => (slices[axis === undefined ? position : index[axis]!] ??= []).push(values[position]!));
  const groups = new Map<string, Group>();
  slices.forEach((slice, place) => {
    const key = JSON.stringify(slice.map(String));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { slice, members: [place] });
    else group.members.push(place);
  });
  return [...groups.values()];
}

function compareSlices(a: Values, b: Values): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place]! < b[place]! ? -1 : 1;
}
