import { type Frontend, type Model, ModelGaugeError, type Source } from "@modelgauge/core";
import { inModelAsync } from "./in-model.ts";

/** How many of a source's first bytes tell frontends what it is. */
const HEAD_BYTES = 4096;

/** What messages and reports call a model that was no file. */
const OBJECT_NAME = "in-memory model";

/** A parsed model, and what reports call its source. */
export interface NamedModel {
  readonly model: Model;
  readonly name: string;
}

/**
 * Parses a source, or an object of a format's own library, with the first frontend that recognises it.
 *
 * @throws ModelGaugeError `unknown-format` where none does, else what the frontend throws, the source's name in front
 */
export async function openModel(source: Source | object, frontends: readonly Frontend[]): Promise<NamedModel> {
  const name = isSource(source) ? source.name : OBJECT_NAME;
  const model = await inModelAsync(name, () => (isSource(source) ? openSource(source, frontends) : openObject(source, frontends)));
  return { model, name };
}

function isSource(source: Source | object): source is Source {
  const { name, size, read } = source as Partial<Source>;
  return typeof name === "string" && typeof size === "number" && typeof read === "function";
}

async function openSource(source: Source, frontends: readonly Frontend[]): Promise<Model> {
  const head = await source.read(0, Math.min(source.size, HEAD_BYTES));
  const frontend = frontends.find((each) => each.recognises(head, source.name));
  if (frontend !== undefined) return frontend.open(source);
  throw new ModelGaugeError({
    code: "unknown-format",
    message: source.size === 0 ? "the file is empty" : `not in a format that is read (${titles(frontends)})`,
    ...(source.size > 0 && { hint: "convert it first" }),
  });
}

async function openObject(object: object, frontends: readonly Frontend[]): Promise<Model> {
  const reader = frontends.find(({ objects }) => objects?.recognises(object) === true)?.objects;
  if (reader !== undefined) return reader.open(object);
  const takers = frontends.filter(({ objects }) => objects !== undefined);
  throw new ModelGaugeError({
    code: "unknown-format",
    message: `not an object of a format that is taken from memory (${titles(takers)})`,
    ...(object instanceof Uint8Array && { hint: "wrap a file's bytes: bytesSource(bytes, name)" }),
  });
}

function titles(frontends: readonly Frontend[]): string {
  return frontends.length === 0 ? "no plugin contributes one" : frontends.map(({ title }) => title).join(", ");
}
