import { element, text } from "./svg.ts";
import { STYLE } from "./style.ts";

/** Width of all pictures, in pixels: so few that letters can be read where a phone shows the whole of it. */
export const WIDTH = 600;

/** What is told of a picture to those who do not see it. */
export interface PictureHead {
  /** Tells pictures apart on one page: letters, digits, dashes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A part of a picture that stands above others. */
export interface Block {
  readonly markup: string;
  /** Where it ends, in pixels. */
  readonly bottom: number;
}

/** A whole SVG document, so many pixels high, that may stand inside a page as well. It shrinks with what it stands in. */
export function picture({ id, title, description }: PictureHead, height: number, ...content: readonly string[]): string {
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "modelgauge-plot",
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-description`,
    },
    element("title", { id: `${id}-title` }, text(title)),
    element("desc", { id: `${id}-description` }, text(description)),
    element("style", {}, STYLE),
    element("rect", { class: "paper", width: WIDTH, height, fill: "currentColor" }),
    ...content,
  );
  return `${svg}\n`;
}

/** A word as part of an id. */
export function idOf(...words: readonly string[]): string {
  return words
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}
