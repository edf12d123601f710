import { createScanner } from "jsonc-parser";

/**
 * Whether a text begins with an object that has a property "modelgauge".
 *
 * @param head the first bytes of a file; the property must stand in them
 */
export function recognisesDsl(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  const scanner = createScanner(text, true);
  let depth = 0;
  let key: string | undefined;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return false;
    const begin = text[offset];
    if (depth === 0 && begin !== "{") return false;
    if (begin === ":" && depth === 1 && key === "modelgauge") return true;
    key = begin === '"' ? scanner.getTokenValue() : undefined;
    if (begin === "{" || begin === "[") depth += 1;
    if (begin === "}" || begin === "]") depth -= 1;
    if (depth === 0) return false;
  }
}
