import { writeFile } from "node:fs/promises";
import { ModelGaugeError } from "@modelgauge/core";

/**
 * Writes a report to a file.
 *
 * @throws ModelGaugeError `unwritable`
 */
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ModelGaugeError({ code: "unwritable", message: `${file}: cannot be written (${code})`, cause });
  }
}
