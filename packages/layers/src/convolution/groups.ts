import { check } from "@modelgauge/core";

/**
 * Requires channels and filters to divide into groups.
 *
 * @throws ModelGaugeError `invalid-layer` when they do not
 */
export function checkGroups(channels: number, filters: number, groups: number): void {
  check(channels % groups === 0, () => `${channels} input channels do not divide into ${groups} groups`);
  check(filters % groups === 0, () => `${filters} filters do not divide into ${groups} groups`);
}
