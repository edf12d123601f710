import type { Environment } from "../expression/evaluate.ts";
import { isList, isRecord, type Value } from "../expression/value.ts";
import { type JsonNode, type JsonObject, memberOf } from "../json/json-node.ts";
import { STATEMENT_RUNS } from "../limits.ts";
import { DocumentError } from "./document-error.ts";
import { evaluateNode, isSize, unexpected } from "./evaluate-node.ts";
import { type Variables, within } from "./variables.ts";

/**
 * The names in sight in each repetition: its number, and, of a list of objects, the object's.
 *
 * @param repeat how often, or for which objects
 * @throws DocumentError where it is neither
 */
export function passesOf(repeat: JsonNode, index: string, outer: Variables, environment: Environment): readonly Variables[] {
  const times = evaluateNode(repeat, environment);
  if (!isSize(times) && !isList(times)) throw unexpected(repeat, times, "a whole number from 0 or a list of objects");
  if (isSize(times) && times > STATEMENT_RUNS)
    throw new DocumentError(repeat.place, `repeats ${times} times, at most ${STATEMENT_RUNS} are run`);
  const entries: readonly Value[] = isSize(times) ? Array.from({ length: times }, () => ({})) : times;
  return entries.map((entry, pass) => {
    if (!isRecord(entry)) throw unexpected(repeat, entry, "an object for each repetition");
    return within(outer, new Map<string, Value>([[index, pass], ...Object.entries(entry)]));
  });
}

/**
 * The names in sight of each time that an entry of a list stands: `{ "repeat": 12, "name": "past${i}" }`.
 *
 * @throws DocumentError where it does not say how often
 */
export function passesOfEntry(node: JsonObject, outer: Variables, environment: Environment): readonly Variables[] {
  const [repeat, index] = [memberOf(node, "repeat"), memberOf(node, "index")];
  return repeat === undefined ? [outer] : passesOf(repeat, index?.kind === "string" ? index.value : "i", outer, environment);
}
