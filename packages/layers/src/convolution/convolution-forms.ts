import { check } from "@modelgauge/core";
import { z } from "zod";
import { type FeatureMaps } from "../spatial/layout.ts";
import { fullWindow, type SamePadding, type WindowForms, windowForms } from "../spatial/window-forms.ts";
import type { WindowAttributes } from "../spatial/window.ts";
import { convolutionAttributes } from "./convolution-attributes.ts";

type Forms = Omit<typeof convolutionAttributes, keyof typeof windowForms | "filters" | "groups"> &
  typeof windowForms & {
    readonly filters: z.ZodOptional<z.ZodInt>;
    readonly groups: z.ZodDefault<z.ZodUnion<readonly [z.ZodInt, z.ZodLiteral<"channels">]>>;
  };

/** The attributes of convolutions in short forms: a window's, and `"groups": "channels"`. */
export const convolutionForms: Forms = {
  ...convolutionAttributes,
  ...windowForms,
  filters: convolutionAttributes.filters
    .optional()
    .describe('output channels; of `"groups": "channels"`, the input channels where left out'),
  groups: z
    .union([convolutionAttributes.groups.unwrap(), z.literal("channels")])
    .default(1)
    .describe('groups of channels that are convolved apart; "channels": each on its own (depthwise)'),
};

/** A convolution in short forms. */
export interface ConvolutionForms extends WindowForms {
  readonly filters?: number | undefined;
  readonly groups?: number | "channels";
}

/**
 * A convolution's attributes in full.
 *
 * @param same see {@link fullWindow}
 * @throws ModelGaugeError `invalid-layer` when the filters are missing, or the window is contradictory
 */
export function fullConvolution<F extends ConvolutionForms>(
  forms: F,
  { channels, spatial }: FeatureMaps,
  same?: SamePadding,
): Omit<F, keyof ConvolutionForms> & WindowAttributes & { readonly filters: number; readonly groups: number } {
  const { filters, groups = 1, ...window } = forms;
  const depthwise = groups === "channels";
  const output = filters ?? (depthwise ? channels : undefined);
  check(output !== undefined, '"filters" is missing: output channels');
  return { ...fullWindow(window, spatial, same), filters: output, groups: depthwise ? channels : groups } as ReturnType<
    typeof fullConvolution<F>
  >;
}
