/** Something that a reader must know of a model that was understood in part, or under an assumption. */
export interface Diagnostic {
  /** `warning`: a figure may be wrong or unlike what was meant; `info`: an assumption that is usually right. `--strict` fails on warnings. */
  readonly severity: "warning" | "info";
  /** Stable, documented, kebab-case. */
  readonly code: string;
  readonly message: string;
  /** Name of the layer that it is about. */
  readonly layer?: string;
  /** Id of the device that it is about. */
  readonly hardware?: string;
}
