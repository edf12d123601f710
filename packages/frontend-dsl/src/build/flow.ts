import type { Tensor } from "@modelgauge/core";

/** Stands for the outputs of a layer that is wrong: what depends on it is passed over, not reported too. */
export const BROKEN: unique symbol = Symbol("broken");

/** What a name stands for: a tensor, an input that is left out (undefined), or what could not be made. */
export type Flow = Tensor | undefined | typeof BROKEN;
