import type { DType } from "../ir/dtype.ts";
import type { Body, Origin } from "../ir/graph.ts";
import type { Status } from "../ir/status.ts";
import type { Tensor } from "../ir/tensor.ts";
import type { ValueType } from "../ir/value-type.ts";

/** What a frontend says of a layer that no layer type describes. */
export interface UndescribedLayerRequest {
  readonly name: string;
  readonly inputs: readonly (Tensor | undefined)[];
  /** Names of the outputs; undefined where the source does not use one. */
  readonly outputs: readonly (string | undefined)[];
  readonly origin: Origin;
  readonly path?: readonly string[];
  /** What the file declares of the outputs. */
  readonly declared?: readonly (ValueType | undefined)[];
  /** Why nothing describes it, one clause; absent where that only follows from an earlier layer that nothing describes. */
  readonly reason?: string;
  readonly bodies?: readonly Body[];
}

/** What a frontend says of a layer. */
export interface LayerRequest extends Omit<UndescribedLayerRequest, "reason"> {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Tensors that ride along without being described. */
  readonly weights?: readonly Tensor[];
  /** How surely the attributes are known, where they follow from a tensor's values. */
  readonly status?: Status;
  /** The dtype that the file gives to the layer's floating-point outputs. The caller's what-if precision comes before it. */
  readonly activations?: DType | undefined;
}
