// Written by `pnpm generate`; edit what it is made from instead.
import type { OnnxOperator } from "../operator.ts";
import { argReductionOperators } from "../operators/arg-reduction.ts";
import { batchNormalizationOperator } from "../operators/batch-normalization.ts";
import { binaryOperators } from "../operators/binary.ts";
import { bitShiftOperator } from "../operators/bit-shift.ts";
import { castLikeOperator } from "../operators/cast-like.ts";
import { castOperator } from "../operators/cast.ts";
import { clipOperator } from "../operators/clip.ts";
import { concatOperator } from "../operators/concat.ts";
import { convTransposeOperator } from "../operators/conv-transpose.ts";
import { convOperator } from "../operators/conv.ts";
import { cumulativeOperators } from "../operators/cumulative.ts";
import { depthSpaceOperators } from "../operators/depth-space.ts";
import { dropoutOperator } from "../operators/dropout.ts";
import { einsumOperator } from "../operators/einsum.ts";
import { expandOperator } from "../operators/expand.ts";
import { flattenOperator } from "../operators/flatten.ts";
import { gatherElementsOperator } from "../operators/gather-elements.ts";
import { gatherNdOperator } from "../operators/gather-nd.ts";
import { gatherOperator } from "../operators/gather.ts";
import { geluOperator } from "../operators/gelu.ts";
import { gemmOperator } from "../operators/gemm.ts";
import { globalPoolingOperators } from "../operators/global-pooling.ts";
import { groupNormalizationOperator } from "../operators/group-normalization.ts";
import { instanceNormalizationOperator } from "../operators/group-normalization.ts";
import { identityOperator } from "../operators/identity.ts";
import { layerNormalizationOperator } from "../operators/layer-normalization.ts";
import { rmsNormalizationOperator } from "../operators/layer-normalization.ts";
import { matmulOperator } from "../operators/matmul.ts";
import { modOperator } from "../operators/mod.ts";
import { padOperator } from "../operators/pad.ts";
import { averagePoolOperator } from "../operators/pooling.ts";
import { maxPoolOperator } from "../operators/pooling.ts";
import { lpPoolOperator } from "../operators/pooling.ts";
import { preluOperator } from "../operators/prelu.ts";
import { recurrentOperators } from "../operators/recurrent.ts";
import { reductionOperators } from "../operators/reduction.ts";
import { reshapeOperator } from "../operators/reshape.ts";
import { resizeOperator } from "../operators/resize.ts";
import { upsampleOperator } from "../operators/resize.ts";
import { scatterElementsOperators } from "../operators/scatter-elements.ts";
import { scatterNdOperator } from "../operators/scatter-nd.ts";
import { shapeOperator } from "../operators/shape.ts";
import { sizeOperator } from "../operators/size.ts";
import { sliceOperator } from "../operators/slice.ts";
import { softmaxOperators } from "../operators/softmax.ts";
import { splitOperator } from "../operators/split.ts";
import { squeezeOperator } from "../operators/squeeze.ts";
import { tileOperator } from "../operators/tile.ts";
import { transposeOperator } from "../operators/transpose.ts";
import { unaryOperators } from "../operators/unary.ts";
import { unsqueezeOperator } from "../operators/unsqueeze.ts";
import { variadicOperators } from "../operators/variadic.ts";
import { whereOperator } from "../operators/where.ts";
/** Every operator that this package translates. */
export const operators: readonly OnnxOperator[] = [
  ...argReductionOperators,
  batchNormalizationOperator,
  ...binaryOperators,
  bitShiftOperator,
  castLikeOperator,
  castOperator,
  clipOperator,
  concatOperator,
  convTransposeOperator,
  convOperator,
  ...cumulativeOperators,
  ...depthSpaceOperators,
  dropoutOperator,
  einsumOperator,
  expandOperator,
  flattenOperator,
  gatherElementsOperator,
  gatherNdOperator,
  gatherOperator,
  geluOperator,
  gemmOperator,
  ...globalPoolingOperators,
  groupNormalizationOperator,
  instanceNormalizationOperator,
  identityOperator,
  layerNormalizationOperator,
  rmsNormalizationOperator,
  matmulOperator,
  modOperator,
  padOperator,
  averagePoolOperator,
  maxPoolOperator,
  lpPoolOperator,
  preluOperator,
  ...recurrentOperators,
  ...reductionOperators,
  reshapeOperator,
  resizeOperator,
  upsampleOperator,
  ...scatterElementsOperators,
  scatterNdOperator,
  shapeOperator,
  sizeOperator,
  sliceOperator,
  ...softmaxOperators,
  splitOperator,
  squeezeOperator,
  tileOperator,
  transposeOperator,
  ...unaryOperators,
  unsqueezeOperator,
  ...variadicOperators,
  whereOperator,
];
