import { type Block, WIDTH } from "./picture.ts";
import { element, text } from "./svg.ts";
import { wrapped } from "./words.ts";

const LINE = 20;

/** The words above a picture, on as many lines as they need. */
export function heading(title: string, subtitle: string): Block {
  // Letters of the title are larger and bold.
  const titles = wrapped(title, (WIDTH - 32) / 1.4).map((words, index) => ({ class: "ink heading", y: 28 + index * 23, words }));
  const below = titles.at(-1)!.y + LINE + 2;
  const others = wrapped(subtitle, WIDTH - 32).map((words, index) => ({ class: "muted", y: below + index * LINE, words }));
  const lines = [...titles, ...others];
  return {
    markup: lines.map(({ words, ...place }) => element("text", { ...place, x: 16 }, text(words))).join(""),
    bottom: lines.at(-1)!.y + 6,
  };
}
