import { ModelGaugeError, readAll, type Source } from "@modelgauge/core";
import { memberOf } from "../json/json-node.ts";
import { readJson } from "../json/read-json.ts";
import { fileText, type SourceText } from "../json/source-text.ts";
import { DOCUMENT_BYTES, IMPORTED_FILES } from "../limits.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problem.ts";
import { checkNode } from "../schema/check-node.ts";
import { LANGUAGE_VERSION } from "../schema/document-schema.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import { checkDocument } from "./check-document.ts";
import type { Block, BlockImport, DslDocument } from "./document.ts";
import { readDocument } from "./read-document.ts";

/**
 * The text of a source.
 *
 * @throws ModelGaugeError `too-large`; `dsl-invalid` where it is no UTF-8
 */
export async function readText(source: Source, name: string = source.name): Promise<SourceText> {
  if (source.size > DOCUMENT_BYTES) {
    throw new ModelGaugeError({
      code: "too-large",
      message: `${name}: the document has ${source.size} bytes, at most ${DOCUMENT_BYTES} are read`,
    });
  }
  try {
    return fileText(name, new TextDecoder("utf-8", { fatal: true }).decode(await readAll(source)));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ModelGaugeError({ code: "dsl-invalid", message: `${name}: is no UTF-8 text`, cause });
  }
}

/**
 * Checks a document by its schema and takes it apart.
 *
 * @returns undefined where too little of it can be read to go on
 */
export function parseDocument(text: SourceText, schema: JsonSchema, problems: Problems): DslDocument | undefined {
  const root = readJson(text, problems);
  if (root === undefined) return undefined;
  if (root.kind !== "object") {
    problems.add(root.place, 'expected an object with the property "modelgauge"');
    return undefined;
  }
  const version = memberOf(root, "modelgauge");
  if (version?.kind === "number" && version.value !== LANGUAGE_VERSION) {
    problems.add(
      version.place,
      `found version ${version.value} of the language, expected ${LANGUAGE_VERSION}: this release knows no other`,
    );
    return undefined;
  }
  for (const { place, message } of checkNode(root, schema)) problems.add(place, message);
  return readDocument(root, text);
}

/** Reads the files that documents import blocks from, and gives the documents these blocks. */
export class ImportLoader {
  readonly #schema: JsonSchema;
  readonly #problems: Problems;
  readonly #loaded = new Map<string, DslDocument | undefined>();

  constructor(schema: JsonSchema, problems: Problems) {
    this.#schema = schema;
    this.#problems = problems;
  }

  /**
   * @param chain the files that import one another up to this one, its own name last
   * @throws ModelGaugeError `too-large`; whatever reading throws
   */
  async resolve(document: DslDocument, source: Pick<Source, "sibling">, chain: readonly string[]): Promise<void> {
    for (const [name, wanted] of document.imports) {
      const block = await this.#find(wanted, source, chain);
      if (block === undefined) continue;
      if (document.blocks.has(name)) this.#problems.add(wanted.place, `this document has a block "${name}" of its own`);
      else (document.blocks as Map<string, Block>).set(name, block);
    }
  }

  async #find({ file, block, place }: BlockImport, source: Pick<Source, "sibling">, chain: readonly string[]): Promise<Block | undefined> {
    const path = joined(chain.at(-1)!, file);
    if (chain.includes(path)) {
      this.#problems.add(place, `files import one another: ${[...chain.slice(chain.indexOf(path)), path].join(" → ")}`);
      return undefined;
    }
    if (!this.#loaded.has(path)) this.#loaded.set(path, await this.#load(path, { file, block, place }, source, chain));
    const document = this.#loaded.get(path);
    const found = document?.blocks.get(block);
    if (document !== undefined && found === undefined) {
      this.#problems.add(place, `${path} has no block "${block}"${didYouMean(block, document.blocks.keys())}`);
    }
    return found;
  }

  async #load(
    path: string,
    { file, place }: BlockImport,
    source: Pick<Source, "sibling">,
    chain: readonly string[],
  ): Promise<DslDocument | undefined> {
    if (this.#loaded.size >= IMPORTED_FILES) {
      throw new ModelGaugeError({ code: "too-large", message: `the document imports more than ${IMPORTED_FILES} files` });
    }
    const sibling = await this.#sibling(source, file, place);
    if (sibling === undefined) return undefined;
    const document = parseDocument(await readText(sibling, path), this.#schema, this.#problems);
    if (document === undefined) this.#problems.add(place, `nothing can be imported from ${path}, which is wrong`);
    else {
      await this.resolve(document, sibling, [...chain, path]);
      checkDocument(document, this.#problems);
    }
    return document;
  }

  async #sibling(source: Pick<Source, "sibling">, file: string, place: BlockImport["place"]): Promise<Source | undefined> {
    if (source.sibling === undefined) {
      this.#problems.add(place, `"${file}" cannot be imported: what is no file on a disk has no others beside it`);
      return undefined;
    }
    try {
      const found = await source.sibling(file);
      if (found === undefined) this.#problems.add(place, `there is no file "${file}"`);
      return found;
    } catch (error) {
      if (!(error instanceof ModelGaugeError)) throw error;
      this.#problems.add(place, error.message);
      return undefined;
    }
  }
}

/** A path seen from the main file's folder: `blocks/norm.json` and `../head.json` make `head.json`. */
function joined(from: string, path: string): string {
  const steps = from.split("/").slice(0, -1);
  for (const step of path.split(/[/\\]/)) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
