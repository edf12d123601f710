import type { HardwareProfile } from "@modelgauge/core";

/**
 * Devices as the caller names them: ids stay ids; a path of a JSON file becomes the profile in it.
 *
 * @throws ModelGaugeError `unreadable-profile`, `invalid-profile`
 */
export function resolveDevices(names: readonly string[]): Promise<readonly (string | HardwareProfile)[]> {
  return Promise.all(
    names.map(async (name) => (/[/\\]|\.jsonc?$/i.test(name) ? (await import("./read-profile.ts")).readProfile(name) : name)),
  );
}
