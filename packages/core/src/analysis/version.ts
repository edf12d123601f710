/** Version of this release, as reports name it. */
export const VERSION: string = "0.0.0";
