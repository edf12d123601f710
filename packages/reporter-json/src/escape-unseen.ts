/** Characters that a terminal acts on instead of showing, and that JSON may hold as they are: further controls, line ends, direction marks. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON of the same value in which such characters, which can only stand in its texts, are escaped: `\u009b`. */
export function escapeUnseen(json: string): string {
  return json.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
