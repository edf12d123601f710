import type { Description } from "./description.ts";
import type { Status } from "./status.ts";
import type { Tensor } from "./tensor.ts";

/** What the source file calls a layer. */
export interface Origin {
  /** The frontend's id: `onnx`, `tfjs`, `dsl`. */
  readonly format: string;
  /** The source's own operator or class name, a foreign domain in front: `Conv`, `com.microsoft::Attention`. */
  readonly operator: string;
  /** The source's own name of the node or layer, the same for all layers that it became. */
  readonly name: string;
}

/** A graph that a layer holds and runs: a branch, a loop's body. */
export interface Body {
  /** The source's word for it: `then_branch`, `body`. */
  readonly name: string;
  readonly graph: Graph;
  /** How often one run of the layer runs it. */
  readonly runs: number;
  /** How surely `runs` is known. */
  readonly status: Status;
  /** Whether at most one of the layer's alternatives runs: figures take the costliest. */
  readonly alternative: boolean;
}

/** One step of a graph. */
export interface Layer {
  /** Unique in its graph. */
  readonly name: string;
  /** The layer type; for a layer that nothing describes, the source's operator. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly (Tensor | undefined)[];
  /** Tensors that ride along, in the file's own layout: they count for parameters, size and traffic; the description does not see them. */
  readonly weights: readonly Tensor[];
  readonly outputs: readonly (Tensor | undefined)[];
  /** Absent where nothing describes the layer: its work is unknown, not zero. */
  readonly description?: Description | undefined;
  /** How surely the description holds, given how surely the sizes of its inputs are known. */
  readonly status: Status;
  readonly bodies: readonly Body[];
  readonly origin: Origin;
  /** Where the layer sits in the module tree, outermost first. */
  readonly path: readonly string[];
}

/** The layers of one network in execution order. */
export interface Graph {
  readonly name: string;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly layers: readonly Layer[];
}
