import { ModelGaugeError } from "@modelgauge/core";
import type { Place, SourceText } from "./json/source-text.ts";

/** The most problems that one error lists after the first. */
const LISTED = 100;

/** Something wrong in a document. */
interface Problem {
  readonly place: Place;
  /** One line. */
  readonly message: string;
}

/** Everything wrong in a document and those that it imports, one problem a place. */
export class Problems {
  readonly #bySource = new Map<SourceText, Map<number, Problem>>();

  /** @param main the document whose problems come first */
  constructor(main: SourceText) {
    this.#bySource.set(main, new Map());
  }

  /** Notes a problem; the first one of a place stays. */
  add(place: Place, message: string): void {
    const problems = this.#bySource.get(place.source) ?? new Map<number, Problem>();
    this.#bySource.set(place.source, problems);
    if (!problems.has(place.offset)) problems.set(place.offset, { place, message });
  }

  /** Whether there is none. */
  get none(): boolean {
    return [...this.#bySource.values()].every((problems) => problems.size === 0);
  }

  /** Whether something is wrong in a part of a document. */
  anyWithin({ source, offset }: Place, end: number): boolean {
    const problems = this.#bySource.get(source);
    if (problems === undefined || problems.size === 0) return false;
    return [...problems.values()].some(({ place }) => place.offset >= offset && place.offset < end);
  }

  /** One error with a message for each problem, in the order of the text. */
  error(): ModelGaugeError {
    const [first, ...further] = [...this.#bySource.values()].flatMap((problems) =>
      [...problems.values()]
        .toSorted((a, b) => a.place.offset - b.place.offset)
        .map(({ place, message }) => `${place.source.locate(place.offset)}: ${message}`),
    );
    const left = further.length - LISTED;
    return new ModelGaugeError({
      code: "dsl-invalid",
      message: first ?? "the document is wrong",
      further: left > 0 ? [...further.slice(0, LISTED), `${left} more problems`] : further,
    });
  }
}
