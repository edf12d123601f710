import type { Model } from "../analysis/model.ts";
import type { Source } from "../source/source.ts";

/** Turns sources of one format into models. */
export interface Frontend {
  /** Kebab-case, unique: `onnx`. */
  readonly id: string;
  /** What people call the format: `ONNX`. */
  readonly title: string;
  /**
   * Whether a source is of this format, going by its first bytes and its name. Only the first bytes may be trusted of a stranger's file:
   * where they settle it, the name has no say.
   */
  recognises(head: Uint8Array, name: string): boolean;
  /**
   * Parses a source once.
   *
   * @throws ModelGaugeError naming the file, the place and the cause
   */
  open(source: Source): Promise<Model>;
  /** Models that a program holds in memory, as objects of the format's own library. */
  readonly objects?: {
    recognises(object: object): boolean;
    open(object: object): Promise<Model>;
  };
}

/** Declares a frontend; contribute it to FRONTENDS. */
export function defineFrontend(frontend: Frontend): Frontend {
  return frontend;
}
