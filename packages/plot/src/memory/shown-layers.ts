/** A layer that stands for itself and those after it, up to the next one shown. */
export interface ShownLayer {
  readonly at: number;
  /** The layer, of those that share its place, during which most is alive. */
  readonly layer: number;
}

/** Of more layers than there are pixels, those that are drawn: of each few, the one during which most is alive. */
export function shownLayers(totals: readonly number[], pixels: number): readonly ShownLayer[] {
  const together = Math.ceil(totals.length / pixels);
  return Array.from({ length: Math.ceil(totals.length / together) }, (_, index) => {
    const at = index * together;
    let layer = at;
    for (let other = at; other < Math.min(at + together, totals.length); other++) if (totals[other]! > totals[layer]!) layer = other;
    return { at, layer };
  });
}
