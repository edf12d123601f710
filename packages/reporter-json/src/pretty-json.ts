/**
 * A value as indented JSON, arrays and objects on one line where they fit. Takes time in proportion to its text: the reports of large
 * networks have hundreds of megabytes.
 *
 * @param lineWidth characters of a line that an array or object may fill
 * @param plain what stands for a value that is no object: a text, a finite number, a boolean or null
 */
export function prettyJson(value: unknown, lineWidth: number, plain: (value: unknown) => unknown): string {
  return written(value, "", lineWidth);

  function written(value: unknown, indent: string, room: number): string {
    if (typeof value !== "object" || value === null) return scalar(plain(value));
    const inner = `${indent}  `;
    const items: string[] = [];
    if (Array.isArray(value)) {
      for (const item of value) items.push(written(item, inner, lineWidth - inner.length));
    } else {
      for (const [key, member] of Object.entries(value)) {
        if (member === undefined) continue;
        const name = `${JSON.stringify(key)}: `;
        items.push(name + written(member, inner, lineWidth - inner.length - name.length));
      }
    }
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    if (isShort(items, room)) return `${open}${items.join(", ")}${close}`;
    return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
  }
}

function scalar(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "null");
}

/** Whether items, with brackets and commas, fit on a line of so many characters. */
function isShort(items: readonly string[], room: number): boolean {
  let length = 0;
  for (const item of items) {
    length += item.length + 2;
    if (length > room || item.includes("\n")) return false;
  }
  return true;
}
