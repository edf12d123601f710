/** Characters that a terminal or browser acts on instead of showing: controls, escapes, line breaks, direction marks, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A stranger's text, such as a name in a model file, as one line that can be shown anywhere: what is not seen is written `\u{1b}`, and
 * the middle of what is longer than `limit` characters gives way to `…`.
 */
export function printable(text: string, limit: number): string {
  // Of a text of megabytes, only the ends are looked at.
  const seen = text.length > 4 * limit ? text.slice(0, 2 * limit) + text.slice(-2 * limit) : text;
  const characters = Array.from(seen.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`));
  if (characters.length <= limit) return characters.join("");
  const end = Math.floor((limit - 1) / 3);
  return `${characters.slice(0, limit - 1 - end).join("")}…${end === 0 ? "" : characters.slice(-end).join("")}`;
}
