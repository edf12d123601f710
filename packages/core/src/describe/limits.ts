/** The largest constant whose values are kept and computed, in elements. */
export const VALUES_LIMIT = 16_384;

/** Where the values of one model come to so many elements, only those of small constants are kept and computed from there on. */
export const VALUES_IN_ALL: number = 2 ** 22;
export const SMALL_VALUES = 256;

/** The largest size of a dimension: formats count in 64 bits. */
export const SIZE_LIMIT: number = 2 ** 63;

/** The most layers that one model may have, bodies and inlined functions included: hostile files expand without end. */
export const LAYER_LIMIT = 250_000;
