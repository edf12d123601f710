import { type ExpressionError, type Template } from "../expression/expression.ts";
import { parseTemplate } from "../expression/parse.ts";
import type { JsonString } from "../json/json-node.ts";
import type { Place } from "../json/source-text.ts";

const parsed = new WeakMap<JsonString, Template>();

/**
 * A string with its expressions parsed, once.
 *
 * @throws ExpressionError
 */
export function templateOf(node: JsonString): Template {
  const known = parsed.get(node);
  if (known !== undefined) return known;
  const template = parseTemplate(node.value);
  parsed.set(node, template);
  return template;
}

/** Where in the document an expression is wrong; the string itself, where escapes keep that from being told. */
export function placeInString({ value, place }: JsonString, { offset }: ExpressionError): Place {
  const begin = place.offset + 1;
  return place.source.text.startsWith(value, begin) ? { source: place.source, offset: begin + offset } : place;
}
