import { SaxesParser } from "saxes";

/** An element of a picture. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The words directly inside. */
  words: string;
}

/**
 * Elements of an SVG document, in order.
 *
 * @throws Error where it is not well-formed XML
 */
export function parsed(svg: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, words: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.words += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return elements;
}

/** Words of all elements of a name. */
export function wordsOf(svg: string, name: string): readonly string[] {
  return parsed(svg)
    .filter((element) => element.name === name)
    .map(({ words }) => words);
}
