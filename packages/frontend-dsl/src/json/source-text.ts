/** The text of a DSL document, and how messages point into it. */
export interface SourceText {
  /** The file's name, relative to the main file's folder. */
  readonly name: string;
  readonly text: string;
  /** How messages call a place: `net.json:12:15`. */
  locate(offset: number): string;
  /** How messages call the place of something else in the same file: `line 12`. */
  mention(offset: number): string;
}

/** A place in a document. */
export interface Place {
  readonly source: SourceText;
  /** UTF-16 code units from the begin of the text. */
  readonly offset: number;
}

/** The text of a file: places are lines and columns, both from 1. */
export function fileText(name: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    name,
    text,
    locate: (offset) => {
      const line = lineAt(offset);
      return `${name}:${line + 1}:${offset - lineStarts[line]! + 1}`;
    },
    mention: (offset) => `line ${lineAt(offset) + 1}`,
  };
}
