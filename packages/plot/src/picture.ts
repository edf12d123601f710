import { element, text } from "./svg.ts";
import { STYLE } from "./style.ts";

/** Size of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height that a picture has where none are asked for. */
export const DEFAULT_SIZE: PictureSize = { width: 880, height: 480 };

/** What is told of a picture to those who do not see it. */
export interface PictureHead {
  /** Tells pictures apart on one page: letters, digits, dashes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A whole SVG document, that may stand inside a page as well. It shrinks with what it stands in. */
export function picture({ id, title, description }: PictureHead, { width, height }: PictureSize, ...content: readonly string[]): string {
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "modelgauge-plot",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-description`,
    },
    element("title", { id: `${id}-title` }, text(title)),
    element("desc", { id: `${id}-description` }, text(description)),
    element("style", {}, STYLE),
    element("rect", { class: "paper", width, height, fill: "currentColor" }),
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
