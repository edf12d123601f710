import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { issuePath } from "./attribute-schema.ts";
import type { LayerRequest } from "./layer-request.ts";
import type { LayerType } from "./layer-type.ts";
import { place } from "./locate.ts";

/**
 * A layer's attributes as its type's schema reads them, defaults filled in.
 *
 * @throws ModelGaugeError `invalid-attributes`, the layer named in front; `invalid-plugin` when the schema validates asynchronously
 */
export function validAttributes(layerType: LayerType, request: LayerRequest): Readonly<Record<string, unknown>> {
  const result = layerType.attributes["~standard"].validate(request.attributes ?? {});
  if (result instanceof Promise) {
    throw new ModelGaugeError({
      code: "invalid-plugin",
      message: `layer type "${layerType.type}": its attribute schema must validate synchronously`,
    });
  }
  if (result.issues === undefined) return result.value as Readonly<Record<string, unknown>>;
  const issue = result.issues[0]!;
  const where = issuePath(issue);
  throw new ModelGaugeError({
    code: "invalid-attributes",
    message: `${place(request)}: ${where === "" ? "" : `attribute ${where}: `}${issue.message}`,
  });
}
