import { ModelGaugeError, printable, readAll, type Source } from "@modelgauge/core";
import { malformed } from "../malformed.ts";
import { JsonValue } from "./json-value.ts";

/** The largest model.json that is read, in bytes: weights stand in other files. */
const SIZE_LIMIT = 2 ** 28;

/**
 * Reads a JSON file whole.
 *
 * @throws ModelGaugeError `tfjs-malformed` where it is no JSON, `tfjs-limit` where it is too large
 */
export async function readJson(source: Source): Promise<JsonValue> {
  if (source.size > SIZE_LIMIT) {
    throw new ModelGaugeError({
      code: "tfjs-limit",
      message: `it has ${source.size} bytes; at most ${SIZE_LIMIT} are read of a model.json`,
    });
  }
  const bytes = await readAll(source);
  if (bytes.length === 0) throw malformed("the file is empty");
  try {
    // A byte-order mark is left out by the decoder.
    return new JsonValue(JSON.parse(new TextDecoder().decode(bytes)), "");
  } catch (cause) {
    throw new ModelGaugeError({ code: "tfjs-malformed", message: `it is no JSON: ${printable((cause as Error).message, 200)}`, cause });
  }
}
