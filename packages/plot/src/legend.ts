import { type Block, WIDTH } from "./picture.ts";
import { element, text } from "./svg.ts";
import { wrapped } from "./words.ts";

const LINE = 20;

/** What a sign of a picture means. */
export interface LegendEntry {
  /** Markup of the sign, its middle at 0 0; empty for a remark. */
  readonly sign: string;
  readonly words: string;
}

/** What the signs of a picture mean, one below the other; the words from so many pixels on. */
export function legend(entries: readonly LegendEntry[], top: number, indent: number): Block {
  let bottom = top;
  const parts = entries.flatMap(({ sign, words }) => {
    const y = bottom + 16;
    const lines = wrapped(words, WIDTH - 16 - indent);
    bottom += lines.length * LINE;
    return [
      sign === "" ? "" : element("g", { transform: `translate(${(16 + indent) / 2 - 2} ${y - 5})` }, sign),
      ...lines.map((line, index) => element("text", { class: "ink", x: indent, y: y + index * LINE }, text(line))),
    ];
  });
  return { markup: parts.join(""), bottom: bottom + 6 };
}
