/** The largest constant whose values are kept and computed, in elements. */
export const VALUES_LIMIT = 16_384;

/** The most layers that one model may have, bodies and inlined functions included: hostile files expand without end. */
export const LAYER_LIMIT = 250_000;
