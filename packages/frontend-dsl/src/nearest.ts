import { closestMatch } from "leven";

/** `; did you mean "conv"?` where a known word is near; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidates = [...known];
  if (word.length > 100) return "";
  const nearest = closestMatch(word, candidates, { maxDistance: Math.max(2, Math.floor(word.length / 3)) });
  return nearest === undefined ? "" : `; did you mean "${nearest}"?`;
}
