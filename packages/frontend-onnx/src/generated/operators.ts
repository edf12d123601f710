// Written by `pnpm generate`; edit what it is made from instead.
import type { OnnxOperator } from "../operator.ts";
import { batchNormalizationOperator } from "../operators/batch-normalization.ts";
import { clipOperator } from "../operators/clip.ts";
import { convTransposeOperator } from "../operators/conv-transpose.ts";
import { convOperator } from "../operators/conv.ts";
import { depthSpaceOperators } from "../operators/depth-space.ts";
import { dropoutOperator } from "../operators/dropout.ts";
import { einsumOperator } from "../operators/einsum.ts";
import { geluOperator } from "../operators/gelu.ts";
import { gemmOperator } from "../operators/gemm.ts";
import { globalPoolingOperators } from "../operators/global-pooling.ts";
import { groupNormalizationOperator } from "../operators/group-normalization.ts";
import { instanceNormalizationOperator } from "../operators/group-normalization.ts";
import { identityOperator } from "../operators/identity.ts";
import { layerNormalizationOperator } from "../operators/layer-normalization.ts";
import { rmsNormalizationOperator } from "../operators/layer-normalization.ts";
import { matmulOperator } from "../operators/matmul.ts";
import { averagePoolOperator } from "../operators/pooling.ts";
import { maxPoolOperator } from "../operators/pooling.ts";
import { lpPoolOperator } from "../operators/pooling.ts";
import { preluOperator } from "../operators/prelu.ts";
import { recurrentOperators } from "../operators/recurrent.ts";
import { resizeOperator } from "../operators/resize.ts";
import { upsampleOperator } from "../operators/resize.ts";
import { softmaxOperators } from "../operators/softmax.ts";
import { unaryOperators } from "../operators/unary.ts";
/** Every operator that this package translates. */
export const operators: readonly OnnxOperator[] = [
  batchNormalizationOperator,
  clipOperator,
  convTransposeOperator,
  convOperator,
  ...depthSpaceOperators,
  dropoutOperator,
  einsumOperator,
  geluOperator,
  gemmOperator,
  ...globalPoolingOperators,
  groupNormalizationOperator,
  instanceNormalizationOperator,
  identityOperator,
  layerNormalizationOperator,
  rmsNormalizationOperator,
  matmulOperator,
  averagePoolOperator,
  maxPoolOperator,
  lpPoolOperator,
  preluOperator,
  ...recurrentOperators,
  resizeOperator,
  upsampleOperator,
  ...softmaxOperators,
  ...unaryOperators,
];
