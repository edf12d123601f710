import type { JsonValue } from "../json/json-value.ts";
import { type NodeInput, parseInput } from "./graph-def.ts";
import { declaredShape } from "./tf-node.ts";
import { dtypeOfTf } from "./tf-dtype.ts";
import type { DeclaredDim, DType } from "@modelgauge/core";

/** An input or output of a model, by the name that its users give it. */
export interface SignatureEntry {
  readonly key: string;
  readonly tensor: NodeInput;
  readonly dtype: DType | undefined;
  readonly shape: readonly DeclaredDim[] | undefined;
  /** Which result of the model's initializer it takes. */
  readonly resource: number | undefined;
}

/** Reads one side of a signature, in the file's order; nothing where there is none. */
export function signatureEntries(side: JsonValue): readonly SignatureEntry[] {
  return side.keys.map((key) => {
    const entry = side.at(key);
    const resource = entry.at("resourceId").value;
    return {
      key,
      tensor: parseInput(entry.at("name").text(key)),
      dtype: dtypeOfTf(entry.at("dtype").value),
      shape: declaredShape(entry.at("tensorShape")),
      resource:
        typeof resource === "number" ? resource : typeof resource === "string" && /^\d+$/.test(resource) ? Number(resource) : undefined,
    };
  });
}
