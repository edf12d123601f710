import type { Report, Reporter } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { attempt } from "../attempt.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { analyzeTestModel, testModel } from "../network.ts";
import { sampleReport } from "../sample-report.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

/** What a terminal or browser acts on instead of showing it; line breaks apart, which reporters write themselves. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Members of a report whose texts come from the model's file. */
const STRANGERS = new Set(["name", "source", "operator", "layer", "message", "path", "inputs"]);

/** What a reporter is held to beside. */
export interface ReporterSuiteOptions {
  /** A report that it can show, for one that does not show every report; {@link sampleReport} where left out. */
  readonly report?: Report;
  /** Throws where a text is not well-formed, as a parser of the format does. JSON is parsed without it. */
  readonly parse?: (text: string) => unknown;
}

/**
 * The tests that every reporter passes: the same text for the same frozen report; well-formed, ending with a line break, also
 * where a stranger chose names to take over the reader's terminal, page or parser; of a report of nothing, a text or a ModelGaugeError.
 *
 * Call it in a Vitest test file.
 */
export function reporterSuite(
  reporter: Reporter,
  { report: full = sampleReport, parse = parserOf(reporter) }: ReporterSuiteOptions = {},
): void {
  const empty = analyzeTestModel(
    testModel("empty", () => []),
    { metrics: [] },
  );

  describe(`reporter "${reporter.id}"`, () => {
    it("says what it writes", () => {
      expect(reporter.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(reporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    });

    it("renders a report, the same twice", () => {
      const text = reporter.render(deepFreeze(full));
      expect(text).toMatch(/\n$/);
      parse(text);
      expect(reporter.render(full)).toBe(text);
    });

    it("renders a report of nothing, or throws a ModelGaugeError", () => {
      const text = attempt(() => reporter.render(empty));
      if (text !== undefined) parse(text);
    });

    it.each(HOSTILE_TEXTS.map((text) => ({ text, shown: JSON.stringify(text).slice(0, 40) })))(
      "shows a name $shown as text",
      ({ text }) => {
        const rendered = reporter.render(renamed(full, text));
        expect(UNSEEN.exec(rendered)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
        parse(rendered);
      },
    );
  });
}

function parserOf({ mediaType }: Reporter): (text: string) => unknown {
  return /[/+]json$/.test(mediaType) ? JSON.parse : () => undefined;
}

/** A report in which everything that comes from the model's file bears another name. */
function renamed(report: Report, name: string): Report {
  const rename = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return STRANGERS.has(key) ? name : value;
    if (Array.isArray(value)) return value.map((each) => rename(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, rename(each, inner)]));
  };
  return { ...(rename(report, "") as Report), generator: report.generator };
}
