import { readFile } from "node:fs/promises";
import { defineHardwareProfile, type HardwareProfile, ModelGaugeError } from "@modelgauge/core";

/**
 * Devices as the caller names them: ids stay ids; a path of a JSON file becomes the profile in it.
 *
 * @throws ModelGaugeError `unreadable-profile`, or `invalid-profile` with the file's name in front
 */
export function resolveDevices(names: readonly string[]): Promise<readonly (string | HardwareProfile)[]> {
  return Promise.all(names.map(async (name) => (/[/\\]|\.json$/i.test(name) ? readProfile(name) : name)));
}

async function readProfile(file: string): Promise<HardwareProfile> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const message = missing ? "no such file" : `cannot be read: ${(cause as Error).message}`;
    throw new ModelGaugeError({ code: "unreadable-profile", message: `${file}: ${message}`, cause });
  }
  try {
    return defineHardwareProfile(data);
  } catch (cause) {
    const { code, message, hint } = cause as ModelGaugeError;
    throw new ModelGaugeError({ code, message: `${file}: ${message}`, ...(hint !== undefined && { hint }), cause });
  }
}
