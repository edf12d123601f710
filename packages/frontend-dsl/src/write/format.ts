import type { Json, JsonRecord } from "./plain-value.ts";

/** The longest line that is not broken, in characters. */
const WIDTH = 140;

/**
 * A document for reading: each of its properties begins a line; inside, what fits stands on one line, lists and objects of what fits are
 * filled, and else each part begins a line.
 */
export function formatDocument(document: JsonRecord): string {
  const properties = entriesOf(document).map(([name, each]) => `  ${JSON.stringify(name)}: ${format(each, 2, name.length + 5)}`);
  return `{\n${properties.join(",\n")}\n}\n`;
}

function format(value: Json, indent: number, before: number): string {
  const line = oneLine(value, WIDTH - indent - before);
  if (line !== undefined) return line;
  const inner = " ".repeat(indent + 2);
  const end = `\n${" ".repeat(indent)}`;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.every(isPlain))
      return `[\n${inner}${filled(
        items.map((item) => JSON.stringify(item)),
        indent + 2,
        0,
      )}${end}]`;
    return `[\n${items.map((item) => inner + format(item, indent + 2, 1)).join(",\n")}${end}]`;
  }
  const properties = entriesOf(value as JsonRecord).map(([name, each]) => [`${JSON.stringify(name)}: `, each] as const);
  const lines = properties.map(([key, each]) => {
    const text = oneLine(each, WIDTH - indent - 2 - key.length);
    return text === undefined ? undefined : key + text;
  });
  if (lines.every((text) => text !== undefined)) return `{ ${filled(lines, indent + 2, " },".length)} }`;
  return `{\n${properties.map(([key, each]) => inner + key + format(each, indent + 2, key.length + 1)).join(",\n")}${end}}`;
}

function isPlain(item: Json): boolean {
  return typeof item !== "object" || item === null;
}

/** A value on one line, if it takes no more characters than there are. */
function oneLine(value: Json, room: number): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const parts: string[] = [];
  let left = room - 2;
  const entries: readonly (readonly [string | undefined, Json])[] = list
    ? (value as readonly Json[]).map((item) => [undefined, item] as const)
    : entriesOf(value as JsonRecord);
  for (const [name, each] of entries) {
    const key = name === undefined ? "" : `${JSON.stringify(name)}: `;
    const text = oneLine(each, left - key.length);
    if (text === undefined) return undefined;
    parts.push(key + text);
    left -= key.length + text.length + 2;
    if (left < 0) return undefined;
  }
  if (parts.length === 0) return list ? "[]" : "{}";
  return list ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
}

/**
 * Texts with commas between, as many on a line as fit.
 *
 * @param end how many characters come behind the last
 */
function filled(texts: readonly string[], indent: number, end: number): string {
  const lines: string[] = [];
  let line = "";
  texts.forEach((each, index) => {
    const last = index === texts.length - 1;
    const text = each + (last ? "" : ",");
    if (line !== "" && indent + line.length + 1 + text.length + (last ? end : 0) > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? text : ` ${text}`;
  });
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

function entriesOf(record: JsonRecord): readonly (readonly [string, Json])[] {
  return Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}
