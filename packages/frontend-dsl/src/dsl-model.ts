import { type DeclaredDim, type DeclaredInput, type LayerType, type Model, startGraph } from "@modelgauge/core";
import { buildGraph, documentDType } from "./build/build-graph.ts";
import { declaredInputs } from "./build/declared-inputs.ts";
import { DocumentError } from "./build/document-error.ts";
import { documentVariables } from "./build/document-variables.ts";
import { dimNames } from "./document/check-document.ts";
import type { DslDocument } from "./document/document.ts";
import { hasExpression } from "./expression/parse.ts";
import { type JsonNode, type JsonObject, memberOf } from "./json/json-node.ts";
import type { SourceText } from "./json/source-text.ts";
import { Problems } from "./problem.ts";

/**
 * A model from a document that was read and checked.
 *
 * @param problems what the checks found
 * @throws ModelGaugeError `dsl-invalid` when they found something, with what building it finds beside
 */
export function dslModel(
  document: DslDocument,
  text: SourceText,
  name: string,
  layerTypes: ReadonlyMap<string, LayerType>,
  problems: Problems,
): Model {
  if (document.layers === undefined) problems.add(document.place, 'describes no network: "layers" is missing');
  if (!problems.none) {
    // Shapes tell more that is wrong, so long as they do not hang on what the caller says.
    if (isConcrete(document)) buildGraph(document, startGraph(name, layerTypes, {}).builder, layerTypes, problems);
    throw problems.error();
  }
  return {
    name: document.name ?? name,
    format: "dsl",
    inputs: document.inputs.flatMap((node) => statedInputs(node, document)),
    build: (builder) => {
      const found = new Problems(text);
      const graph = buildGraph(document, builder, layerTypes, found);
      if (graph === undefined) throw found.error();
      return graph;
    },
  };
}

function isConcrete(document: DslDocument): boolean {
  const parameters = new Map(document.parameters.map(({ name, value }) => [name, value]));
  const open = [...parameters.values()].some(({ kind }) => kind === "null");
  return !open && [...dimNames(document)].every((name) => parameters.has(name));
}

/** What a document declares of an input, as far as that is known before a build. */
function statedInputs(node: JsonObject, document: DslDocument): readonly DeclaredInput[] {
  const dtype = documentDType(document);
  const variables = documentVariables(document);
  try {
    return declaredInputs(node, variables, { ...variables, sizeOf: () => NaN }, dtype);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const [name, shape] = [memberOf(node, "name"), memberOf(node, "shape")];
    const dims = shape?.kind === "list" ? shape.items.map(statedDim) : undefined;
    return [{ name: name?.kind === "string" ? name.value : "", dtype, shape: dims }];
  }
}

function statedDim(dim: JsonNode): DeclaredDim {
  if (dim.kind === "number") return dim.value;
  return dim.kind === "string" && !hasExpression(dim.value) ? dim.value : undefined;
}
