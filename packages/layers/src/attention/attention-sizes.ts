import { check, formatShape, type InputTensor } from "@modelgauge/core";

/** The sizes of an attention. */
export interface AttentionSizes {
  readonly batch: number;
  readonly queries: number;
  /** With the past. */
  readonly keys: number;
  readonly kvHeads: number;
  readonly keySize: number;
  readonly valueSize: number;
}

interface Heads {
  readonly heads: number;
  readonly kvHeads?: number | undefined;
  readonly layout: "packed" | "heads";
}

interface AttentionInputs {
  readonly query: InputTensor;
  readonly key: InputTensor;
  readonly value: InputTensor;
  readonly pastKey?: InputTensor | undefined;
  readonly pastValue?: InputTensor | undefined;
}

/**
 * Reads the sizes of an attention off its inputs.
 *
 * @throws ModelGaugeError `invalid-layer` when they do not fit together
 */
export function resolvedSizes({ heads, kvHeads = heads, layout }: Heads, inputs: AttentionInputs): AttentionSizes {
  const { query, key, value, pastKey, pastValue } = inputs;
  check(heads % kvHeads === 0, () => `${heads} query heads do not divide into ${kvHeads} key and value heads`);
  const q = perHead("query", query, heads, layout);
  const k = perHead("key", key, kvHeads, layoutOf(key));
  const v = perHead("value", value, kvHeads, layoutOf(value));
  check(q.size === k.size, () => `a query head has ${q.size} elements, a key head ${k.size}`);
  check(k.length === v.length, () => `there are ${k.length} keys and ${v.length} values`);
  check(q.batch === k.batch && k.batch === v.batch, () => `query, key and value have batches of ${q.batch}, ${k.batch} and ${v.batch}`);
  const past = pastLength("the past key", pastKey, k, kvHeads);
  const pastValues = pastLength("the past value", pastValue, v, kvHeads);
  check(past === pastValues, () => `there are ${past} past keys and ${pastValues} past values`);
  return { batch: q.batch, queries: q.length, keys: past + k.length, kvHeads, keySize: k.size, valueSize: v.size };
}

/** Keys and values, which caches hold by heads, may lie otherwise than queries. */
function layoutOf({ shape }: InputTensor): "packed" | "heads" {
  return shape.length === 4 ? "heads" : "packed";
}

interface PerHead {
  readonly batch: number;
  readonly length: number;
  readonly size: number;
}

function pastLength(name: string, past: InputTensor | undefined, { batch, size }: PerHead, heads: number): number {
  if (past === undefined) return 0;
  const { shape } = past;
  check(
    shape.length === 4 && shape[0] === batch && shape[1] === heads && shape[3] === size,
    () => `${name} is ${formatShape(shape)}, not ${batch} × ${heads} heads × length × ${size}`,
  );
  return shape[2]!;
}

function perHead(name: string, { shape }: InputTensor, heads: number, layout: "packed" | "heads"): PerHead {
  if (layout === "heads") {
    check(shape.length === 4 && shape[1] === heads, () => `${name} is ${formatShape(shape)}, not batch × ${heads} heads × length × size`);
    return { batch: shape[0]!, length: shape[2]!, size: shape[3]! };
  }
  check(shape.length === 3, () => `${name} is ${formatShape(shape)}, not batch × length × features`);
  check(shape[2]! % heads === 0, () => `${shape[2]} features of ${name} do not divide into ${heads} heads`);
  return { batch: shape[0]!, length: shape[1]!, size: shape[2]! / heads };
}
