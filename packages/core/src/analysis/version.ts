// Written by `pnpm generate`; edit what it is made from instead.
/** Version of this release, as reports name it. */
export const VERSION: string = "0.0.0";
