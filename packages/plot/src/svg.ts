/** Attributes of an element; those that are undefined are left out, numbers are rounded to hundredths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup of an element. Children are markup already: {@link text} makes it of a stranger's words. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? rounded(value) : text(value!)}"`)
    .join("");
  return children.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${children.join("")}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Words as character data or the value of an attribute, on one line. What XML has no place for becomes U+FFFD. */
export function text(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
