import fc from "fast-check";

/** A change at a place of a file, which is a share of its length. */
const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  removed: fc.nat({ max: 4 }),
  inserted: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }),
});

/** Files that are one of these, cut off or changed in a few places. */
export function damaged(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const anyFile = fc.constantFrom(...files);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = fc.tuple(anyFile, share).map(([bytes, part]) => bytes.subarray(0, Math.floor(part * bytes.length)));
  const edited = fc.tuple(anyFile, fc.array(anyEdit, { minLength: 1, maxLength: 3 })).map(([bytes, edits]) =>
    edits.reduce((changed, { at, removed, inserted }) => {
      const place = Math.floor(at * changed.length);
      return Uint8Array.from([...changed.subarray(0, place), ...inserted, ...changed.subarray(place + removed)]);
    }, bytes),
  );
  return fc.oneof(cut, edited);
}
