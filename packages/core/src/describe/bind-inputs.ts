import { check } from "../error/check.ts";
import type { Tensor } from "../ir/tensor.ts";
import { isTensorType } from "../ir/value-type.ts";
import type { InputsOf, InputValue, LayerType, Ports } from "./layer-type.ts";

/**
 * Arranges a layer's tensors by the names of its type's inputs, or answers `unknown` where a tensor's type is.
 *
 * @throws ModelGaugeError `invalid-layer` when a required input is missing, of another kind, or when there are too many
 */
export function bindInputs({ inputs: ports }: LayerType, tensors: readonly (Tensor | undefined)[]): InputsOf<Ports> | "unknown" {
  const names = Object.keys(ports);
  const last = ports[names.at(-1) ?? ""];
  const variadic = last === "tensors" || last === "values";
  check(variadic || tensors.length <= names.length, () => `takes ${names.length} inputs at most, not ${tensors.length}`);
  if (tensors.some((tensor) => tensor !== undefined && tensor.type === undefined)) return "unknown";
  const bound: Record<string, InputValue | undefined | readonly (InputValue | undefined)[]> = {};
  names.forEach((name, index) => {
    const port = ports[name];
    if (port === "tensors" || port === "values") {
      const rest = tensors.slice(index).map((tensor, offset) => bindOne(tensor, `${name}[${offset}]`, port === "values"));
      check(port === "values" || !rest.includes(undefined), () => `an input of "${name}" is missing`);
      bound[name] = rest;
      return;
    }
    const input = bindOne(tensors[index], name, port.startsWith("value"));
    check(input !== undefined || port.endsWith("?"), () => `input "${name}" is missing`);
    bound[name] = input;
  });
  return bound;
}

function bindOne(tensor: Tensor | undefined, name: string, anyKind: boolean): InputValue | undefined {
  if (tensor?.type === undefined) return undefined;
  const { type, values, status } = tensor;
  check(anyKind || isTensorType(type), () => `input "${name}" is a ${type.kind}, not a tensor`);
  return { ...type, values, status };
}
