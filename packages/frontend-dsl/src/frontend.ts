import { defineFrontend, type Frontend, type LayerType, type Model, type Source } from "@modelgauge/core";
import { checkDocument } from "./document/check-document.ts";
import { ImportLoader, parseDocument, readText } from "./document/load-documents.ts";
import { dslModel } from "./dsl-model.ts";
import { objectText } from "./json/object-text.ts";
import type { SourceText } from "./json/source-text.ts";
import { Problems } from "./problem.ts";
import { recognisesDsl } from "./recognise.ts";
import { documentSchema } from "./schema/document-schema.ts";
import type { JsonSchema } from "./schema/json-schema.ts";

/** What messages call a document that was no file. */
const OBJECT_NAME = "in-memory model";

/** Reads networks written in JSON, of these layer types; from files, and from objects that a program makes. */
export function dslFrontend(layerTypes: readonly LayerType[]): Frontend {
  const byName = new Map(layerTypes.map((layerType) => [layerType.type, layerType]));
  let schema: JsonSchema | undefined;

  const open = async (text: SourceText, source: Pick<Source, "sibling">): Promise<Model> => {
    schema ??= documentSchema(layerTypes);
    const problems = new Problems(text);
    const document = parseDocument(text, schema, problems);
    if (document === undefined) throw problems.error();
    await new ImportLoader(schema, problems).resolve(document, source, [text.name]);
    checkDocument(document, problems);
    return dslModel(document, text, text.name.replace(/\.jsonc?$/i, ""), byName, problems);
  };

  return defineFrontend({
    id: "dsl",
    title: "ModelGauge DSL",
    recognises: recognisesDsl,
    open: async (source) => open(await readText(source), source),
    objects: {
      recognises: (object) => Object.hasOwn(object, "modelgauge"),
      open: (object) => open(objectText(OBJECT_NAME, object), {}),
    },
  });
}
