/** What a {@link ModelGaugeError} is made of. */
export interface ErrorDetails {
  /** Stable, documented, kebab-case: programs branch on it. */
  readonly code: string;
  /** One line that names the place and the cause. */
  readonly message: string;
  /** What the reader may do about it, one line. */
  readonly hint?: string;
  /** What else is wrong with the same source: messages like the first, one line each. */
  readonly further?: readonly string[];
  readonly cause?: unknown;
}

/** The caller, a plugin or the model file is wrong; nothing can be said until that is mended. */
export class ModelGaugeError extends Error {
  /** An error of another copy of core is one as well: a plugin may have brought its own. */
  static override [Symbol.hasInstance](value: unknown): value is ModelGaugeError {
    return value instanceof Error && value.name === "ModelGaugeError";
  }

  readonly code: string;
  readonly hint: string | undefined;
  readonly further: readonly string[];

  constructor({ code, message, hint, further = [], cause }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ModelGaugeError";
    this.code = code;
    this.hint = hint;
    this.further = further;
  }
}
