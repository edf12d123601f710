import { type LayerType, ModelGaugeError, type Tensor } from "@modelgauge/core";
import type { DslDocument } from "../document/document.ts";
import type { Place } from "../json/source-text.ts";
import { RUN_DEPTH, STATEMENT_RUNS } from "../limits.ts";
import type { Problems } from "../problem.ts";
import { documentVariables } from "./document-variables.ts";
import { SharedWeights } from "./shared-weights.ts";
import type { Variables } from "./variables.ts";

/** What all statements of one build share. */
export class Session {
  readonly layerTypes: ReadonlyMap<string, LayerType>;
  readonly problems: Problems;
  readonly weights: SharedWeights = new SharedWeights();
  /** What messages call the layer, input or declaration that a tensor comes from. */
  readonly producers: WeakMap<Tensor, string> = new WeakMap();
  readonly #variables = new Map<DslDocument, Variables>();
  #runs = 0;

  /** @param variables the parameters of the main document, as the caller sets them */
  constructor(layerTypes: ReadonlyMap<string, LayerType>, problems: Problems, main: DslDocument, variables: Variables) {
    this.layerTypes = layerTypes;
    this.problems = problems;
    this.#variables.set(main, variables);
  }

  /** The parameters of a document. */
  variablesOf(document: DslDocument): Variables {
    const known = this.#variables.get(document) ?? documentVariables(document);
    this.#variables.set(document, known);
    return known;
  }

  /** @throws ModelGaugeError `too-large` when statements run too often */
  countRun(): void {
    this.#runs += 1;
    if (this.#runs > STATEMENT_RUNS) {
      throw new ModelGaugeError({
        code: "too-large",
        message: `more than ${STATEMENT_RUNS} statements run once the repetitions are expanded`,
      });
    }
  }

  /** @throws ModelGaugeError `too-large` when groups and blocks run inside one another too deep */
  checkDepth(depth: number, { place }: { readonly place: Place }): void {
    if (depth <= RUN_DEPTH) return;
    throw new ModelGaugeError({
      code: "too-large",
      message: `${place.source.locate(place.offset)}: groups and blocks run more than ${RUN_DEPTH} deep inside one another`,
    });
  }
}

/** `conv "stem" (line 9)` */
export function labelOf(type: string, name: string, { place }: { readonly place: Place }): string {
  return `${type} "${name}" (${place.source.mention(place.offset)})`;
}
