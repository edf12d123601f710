import type { Place } from "../json/source-text.ts";

/** Something in a document is wrong; thrown and caught inside this package, one statement at a time. */
export class DocumentError extends Error {
  readonly place: Place;

  constructor(place: Place, message: string) {
    super(message);
    this.place = place;
  }
}
