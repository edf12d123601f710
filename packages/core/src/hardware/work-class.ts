/**
 * Kinds of multiply-accumulates that runtimes reach different parts of the peak rate with. `matmul`: linear layers, pointwise convolutions
 * and other products with something stored; `attention`: products of activations.
 */
export const WORK_CLASSES = ["convolution", "grouped-convolution", "depthwise-convolution", "matmul", "attention"] as const;

/** One of {@link WORK_CLASSES}. */
export type WorkClass = (typeof WORK_CLASSES)[number];

/** Whether a word names a class of work. */
export function isWorkClass(word: string): word is WorkClass {
  return (WORK_CLASSES as readonly string[]).includes(word);
}
