import { closestMatch } from "leven";

/** `; did you mean "conv"?` where a known word is near; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidates = [...known];
  if (word.length < 2 || word.length > 100) return "";
  // As much may differ as leaves something the same.
  const maxDistance = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  const nearest = closestMatch(word, candidates, { maxDistance });
  return nearest === undefined ? "" : `; did you mean "${nearest}"?`;
}
