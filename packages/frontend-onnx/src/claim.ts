/** What a value's readers take it for, the strongest claim first. */
const STRENGTH = ["weight", "bias", "buffer", "factor", "tensor", "scale", "setting"] as const;

/** See `InputKind`. `scale`: what quantised numbers are scaled by. */
export type Claim = (typeof STRENGTH)[number];

/** The strongest of some claims. */
export function strongest(claims: readonly (Claim | undefined)[]): Claim | undefined {
  return STRENGTH.find((claim) => claims.includes(claim));
}

/** Notes a claim to a value, where it is stronger than those before. */
export function strengthen(claims: Map<string, Claim>, name: string, claim: Claim): void {
  const before = claims.get(name);
  if (before === undefined || STRENGTH.indexOf(claim) < STRENGTH.indexOf(before)) claims.set(name, claim);
}
