import type { TfjsLayerContext } from "../layer-translator.ts";

/** A flag that a call hands over: in Keras 3 under `kwargs`, before as the last of the tensor's entry. */
export function callFlag({ call }: TfjsLayerContext, name: string): boolean {
  const keywords = call.isObject ? call.at("kwargs") : call.items()[0]?.items()[3];
  return keywords?.isObject === true && keywords.at(name).value === true;
}
