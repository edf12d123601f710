import type { DType } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { isDType } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";

/** What each policy computes in; variables stay float32. */
const MIXED: Readonly<Record<string, DType>> = { mixed_float16: "float16", mixed_bfloat16: "bfloat16" };

/**
 * The dtype that a layer computes in: a name, or a policy of Keras 2 or 3. float32 where none is told.
 *
 * @throws ModelGaugeError `tfjs-malformed` where it is none
 */
export function dtypeOfPolicy(dtype: JsonValue): DType {
  if (!dtype.isPresent) return "float32";
  const name = dtype.isObject ? policyName(dtype) : dtype;
  const text = name.text("float32");
  if (Object.hasOwn(MIXED, text)) return MIXED[text]!;
  if (!isDType(text)) throw malformed(`${name.place} is ${quoted(text)}, which is no dtype`);
  return text;
}

/** A policy that quantises says what it quantises from: `{ mode, source_name }`. */
function policyName(policy: JsonValue): JsonValue {
  const config = policy.at("config");
  return config.has("name") ? config.at("name") : config.at("source_name");
}
