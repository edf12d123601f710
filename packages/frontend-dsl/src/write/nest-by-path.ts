import { escapeTemplate } from "../expression/parse.ts";
import type { JsonRecord } from "./plain-value.ts";

/** A statement, and where in the module tree its layer sits. */
export interface WrittenLayer {
  readonly path: readonly string[];
  readonly statement: JsonRecord;
}

/** How deep groups nest; further steps stand at the layers. */
const DEPTH = 20;

/** Puts layers that follow one another in the same module into a group, so that the module tree can be seen. */
export function nestByPath(layers: readonly WrittenLayer[], depth: number = 0): readonly JsonRecord[] {
  const statements: JsonRecord[] = [];
  for (let begin = 0; begin < layers.length;) {
    const step = layers[begin]!.path[0];
    const other = layers.findIndex((layer, index) => index > begin && layer.path[0] !== step);
    const end = other < 0 ? layers.length : other;
    const run = layers.slice(begin, end);
    if (step === undefined) statements.push(...run.map(({ statement }) => statement));
    else if (run.length === 1 || depth === DEPTH) {
      statements.push(...run.map(({ path, statement }) => ({ ...statement, path: path.map(escapeTemplate) })));
    } else statements.push(group(run, depth));
    begin = end;
  }
  return statements;
}

/** A group of layers that share at least their first step. */
function group(layers: readonly WrittenLayer[], depth: number): JsonRecord {
  const [first] = layers;
  let shared = 1;
  while (first!.path.length > shared && layers.every(({ path }) => path[shared] === first!.path[shared])) shared += 1;
  const inner = layers.map(({ path, statement }) => ({ path: path.slice(shared), statement }));
  return { path: first!.path.slice(0, shared).map(escapeTemplate), layers: nestByPath(inner, depth + 1) };
}
