/** The largest document that is read, in bytes. */
export const DOCUMENT_BYTES: number = 256 * 1024 * 1024;

/** How deep lists and objects of a document may nest. */
export const JSON_DEPTH: number = 200;

/** The longest string that holds an expression, in characters. */
export const EXPRESSION_LENGTH: number = 2000;

/** How deep expressions may nest. */
export const EXPRESSION_DEPTH: number = 50;

/** The longest string that an expression may make, in characters. */
export const STRING_LENGTH: number = 10_000;

/** The largest value that expressions may put together, in numbers and words. */
export const VALUE_SIZE: number = 1_000_000;

/** How deep groups, blocks and bodies may run inside one another. */
export const RUN_DEPTH: number = 50;

/** The most statements that run, repetitions counted; those that are left out count too. */
export const STATEMENT_RUNS: number = 500_000;

/** The most files that are read for one document. */
export const IMPORTED_FILES: number = 200;
