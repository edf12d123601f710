import { printable } from "@modelgauge/core";

/** The most characters that are shown of a name, and of a message. */
const NAME_LIMIT = 100;
const MESSAGE_LIMIT = 600;

/** A name that a model file gives, as a code span: nothing in it is markup, and none of it leaves its line. Not for table cells. */
export function code(name: string): string {
  return span(printable(name, NAME_LIMIT));
}

/** {@link code} of a whole message, which quotes names. */
export function codeMessage(message: string): string {
  return span(printable(message, MESSAGE_LIMIT));
}

/** {@link code} for a table cell, where a bare `|` would end the cell, code span or not. */
export function codeCell(name: string): string {
  // After a backslash, `\|` is read as an escaped backslash and the cell's end.
  const piped = printable(name, NAME_LIMIT).replace(/\\+\|/g, (text) => text.replace("|", "\\u{7c}"));
  return span(piped).replaceAll("|", "\\|");
}

/** Text that a plugin or device gives, with what Markdown or HTML could take for markup escaped; for table cells too. */
export function prose(text: string): string {
  return printable(text, MESSAGE_LIMIT).replace(/[\\`*_{}[\]<>&|~#$!]/g, "\\$&");
}

/** A code span that holds any text: delimited by more backticks than the text has in a row. */
function span(text: string): string {
  if (text.trim() === "") return `\`"${text}"\``;
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = /^[` ]|[` ]$/.test(text) ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}
