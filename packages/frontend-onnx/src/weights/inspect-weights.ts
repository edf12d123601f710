import { bytesOf, type Diagnostic, type DType, ModelGaugeError, product, type Source, type WeightInspection } from "@modelgauge/core";
import { dtypeOf } from "../proto/data-types.ts";
import { externalDataOf } from "../proto/external-data.ts";
import type { TensorProto } from "../proto/model-proto.ts";
import { tensorValues } from "../proto/tensor-values.ts";
import { rawZeroCounter, varintZeroCounter, type ZeroCounter } from "./zeros.ts";

/** Bytes that are read at once: a multiple of every element's width. */
const PIECE = 1 << 20;

/** Fields whose lists are packed varints; the others hold elements of fixed width. */
const VARINT_FIELDS: ReadonlySet<string> = new Set(["int32Data", "int64Data", "uint64Data"]);

/** What was found out about stored tensors. */
export interface WeightFindings {
  /** Elements that are not zero. */
  readonly nonzero: ReadonlyMap<TensorProto, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks into the elements of stored tensors: whether files beside the model hold them, and, for "values", how many are not zero.
 * Streams: memory does not grow with the weights.
 */
export async function inspectWeights(
  tensors: readonly TensorProto[],
  source: Source | undefined,
  inspection: WeightInspection,
): Promise<WeightFindings> {
  const nonzero = new Map<TensorProto, number>();
  const files = new ExternalFiles(source);
  for (const tensor of tensors) {
    const dtype = dtypeOf(tensor.dataType);
    const payload = dtype && (await payloadOf(tensor, dtype, source, files));
    if (payload === undefined || inspection === "storage") continue;
    const zeros = await countZeros(payload);
    if (zeros !== undefined) nonzero.set(tensor, product(tensor.dims.map(Number)) - zeros);
  }
  return { nonzero, diagnostics: files.diagnostics };
}

/** Where elements are, and how they are told to be zero. */
type Payload =
  | { readonly values: readonly (number | bigint | string)[] }
  | {
      readonly source: Source;
      readonly spans: readonly { readonly offset: number; readonly length: number }[];
      readonly counter: ZeroCounter | undefined;
      readonly padding: number;
    };

async function payloadOf(
  tensor: TensorProto,
  dtype: DType,
  source: Source | undefined,
  files: ExternalFiles,
): Promise<Payload | undefined> {
  const elements = product(tensor.dims.map(Number));
  const bytes = bytesOf(dtype, elements);
  const external = externalDataOf(tensor);
  if (external !== undefined) {
    const file = await files.open(external.location);
    if (file === undefined || bytes === undefined) return undefined;
    const { offset = 0, length = bytes } = external;
    if (length < bytes || offset + length > file.size) {
      files.short(external.location, tensor.name);
      return undefined;
    }
    return { source: file, spans: [{ offset, length: bytes }], counter: rawZeroCounter(dtype), padding: paddingOf(dtype, elements) };
  }
  const [first] = tensor.skipped;
  if (first === undefined) {
    const values = tensorValues(tensor);
    return values && { values };
  }
  if (source === undefined) return undefined;
  const isRaw = first.field === "rawData";
  const counter = VARINT_FIELDS.has(first.field) ? varintZeroCounter() : rawZeroCounter(dtype);
  return { source, spans: tensor.skipped, counter, padding: isRaw ? paddingOf(dtype, elements) : 0 };
}

/** Elements that fill up the last byte of packed sub-byte elements. */
function paddingOf(dtype: DType, elements: number): number {
  const bytes = bytesOf(dtype, elements)!;
  const perByte = bytesOf(dtype, 8)! < 8 ? 8 / bytesOf(dtype, 8)! : 1;
  return perByte > 1 ? bytes * perByte - elements : 0;
}

async function countZeros(payload: Payload): Promise<number | undefined> {
  if ("values" in payload) return payload.values.filter((value) => value === 0 || value === 0n).length;
  const { source, spans, counter, padding } = payload;
  if (counter === undefined) return undefined;
  let zeros = 0;
  for (const { offset, length } of spans) {
    for (let done = 0; done < length;) {
      const piece = await source.read(offset + done, Math.min(PIECE, length - done));
      if (piece.length === 0) return undefined;
      zeros += counter(piece);
      done += piece.length;
    }
  }
  return zeros - padding;
}

/** The files beside a model that hold elements, opened once each; what is wrong with them is noted once each. */
class ExternalFiles {
  readonly diagnostics: Diagnostic[] = [];
  readonly #model: Source | undefined;
  readonly #files = new Map<string, Source | undefined>();
  readonly #short = new Set<string>();

  constructor(model: Source | undefined) {
    this.#model = model;
  }

  async open(location: string): Promise<Source | undefined> {
    if (!this.#files.has(location)) this.#files.set(location, await this.#find(location));
    return this.#files.get(location);
  }

  short(location: string, tensor: string): void {
    if (this.#short.has(location)) return;
    this.#short.add(location);
    this.#note("external-data-short", `external data "${location}" is too short for tensor "${tensor}"`);
  }

  async #find(location: string): Promise<Source | undefined> {
    try {
      const file = await this.#model?.sibling?.(location);
      if (file === undefined) this.#note("external-data-missing", `external data "${location}" is not beside the model`);
      return file;
    } catch (error) {
      if (!(error instanceof ModelGaugeError)) throw error;
      this.#note(error.code, `external data ${error.message}`);
      return undefined;
    }
  }

  #note(code: string, message: string): void {
    this.diagnostics.push({ severity: "warning", code, message });
  }
}
