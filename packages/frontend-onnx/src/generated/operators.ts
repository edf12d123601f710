// Written by `pnpm generate`; edit what it is made from instead.
import type { OnnxOperator } from "../operator.ts";
import { argReductionOperators } from "../operators/arg-reduction.ts";
import { attentionOperator } from "../operators/attention.ts";
import { batchNormalizationOperator } from "../operators/batch-normalization.ts";
import { bernoulliOperator } from "../operators/bernoulli.ts";
import { binaryOperators } from "../operators/binary.ts";
import { bitCastOperator } from "../operators/bit-cast.ts";
import { bitShiftOperator } from "../operators/bit-shift.ts";
import { castLikeOperator } from "../operators/cast-like.ts";
import { castOperator } from "../operators/cast.ts";
import { clipOperator } from "../operators/clip.ts";
import { compressOperator } from "../operators/compress.ts";
import { concatOperator } from "../operators/concat.ts";
import { constantOfShapeOperator } from "../operators/constant-of-shape.ts";
import { convTransposeOperator } from "../operators/conv-transpose.ts";
import { convOperator } from "../operators/conv.ts";
import { cumulativeOperators } from "../operators/cumulative.ts";
import { deformConvOperator } from "../operators/deform-conv.ts";
import { depthSpaceOperators } from "../operators/depth-space.ts";
import { dequantizeLinearOperator } from "../operators/dequantize-linear.ts";
import { dropoutOperator } from "../operators/dropout.ts";
import { dynamicQuantizeLinearOperator } from "../operators/dynamic-quantize-linear.ts";
import { einsumOperator } from "../operators/einsum.ts";
import { expandOperator } from "../operators/expand.ts";
import { eyeLikeOperator } from "../operators/eye-like.ts";
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
import { ifOperator } from "../operators/if.ts";
import { convIntegerOperator } from "../operators/integer-convolution.ts";
import { qlinearConvOperator } from "../operators/integer-convolution.ts";
import { matmulIntegerOperator } from "../operators/integer-matmul.ts";
import { qlinearMatmulOperator } from "../operators/integer-matmul.ts";
import { layerNormalizationOperator } from "../operators/layer-normalization.ts";
import { rmsNormalizationOperator } from "../operators/layer-normalization.ts";
import { loopOperator } from "../operators/loop.ts";
import { lpNormalizationOperator } from "../operators/lp-normalization.ts";
import { lrnOperator } from "../operators/lrn.ts";
import { matmulOperator } from "../operators/matmul.ts";
import { meanVarianceNormalizationOperator } from "../operators/mean-variance-normalization.ts";
import { microsoftGeluOperators } from "../operators/microsoft/gelu.ts";
import { modOperator } from "../operators/mod.ts";
import { multinomialOperator } from "../operators/multinomial.ts";
import { nonMaxSuppressionOperator } from "../operators/non-max-suppression.ts";
import { nonZeroOperator } from "../operators/non-zero.ts";
import { oneHotOperator } from "../operators/one-hot.ts";
import { padOperator } from "../operators/pad.ts";
import { averagePoolOperator } from "../operators/pooling.ts";
import { maxPoolOperator } from "../operators/pooling.ts";
import { lpPoolOperator } from "../operators/pooling.ts";
import { preluOperator } from "../operators/prelu.ts";
import { quantizeLinearOperator } from "../operators/quantize-linear.ts";
import { randomOperators } from "../operators/random.ts";
import { randomLikeOperators } from "../operators/random.ts";
import { rangeOperator } from "../operators/range.ts";
import { recurrentOperators } from "../operators/recurrent.ts";
import { reductionOperators } from "../operators/reduction.ts";
import { reshapeOperator } from "../operators/reshape.ts";
import { resizeOperator } from "../operators/resize.ts";
import { upsampleOperator } from "../operators/resize.ts";
import { reverseSequenceOperator } from "../operators/reverse-sequence.ts";
import { rotaryEmbeddingOperator } from "../operators/rotary-embedding.ts";
import { scanOperator } from "../operators/scan.ts";
import { scatterElementsOperators } from "../operators/scatter-elements.ts";
import { scatterNdOperator } from "../operators/scatter-nd.ts";
import { shapeOperator } from "../operators/shape.ts";
import { sizeOperator } from "../operators/size.ts";
import { sliceOperator } from "../operators/slice.ts";
import { softmaxOperators } from "../operators/softmax.ts";
import { splitOperator } from "../operators/split.ts";
import { squeezeOperator } from "../operators/squeeze.ts";
import { tileOperator } from "../operators/tile.ts";
import { topKOperator } from "../operators/top-k.ts";
import { transposeOperator } from "../operators/transpose.ts";
import { triluOperator } from "../operators/trilu.ts";
import { unaryOperators } from "../operators/unary.ts";
import { uniqueOperator } from "../operators/unique.ts";
import { unsqueezeOperator } from "../operators/unsqueeze.ts";
import { variadicOperators } from "../operators/variadic.ts";
import { whereOperator } from "../operators/where.ts";
/** Every operator that this package translates. */
export const operators: readonly OnnxOperator[] = [
  ...argReductionOperators,
  attentionOperator,
  batchNormalizationOperator,
  bernoulliOperator,
  ...binaryOperators,
  bitCastOperator,
  bitShiftOperator,
  castLikeOperator,
  castOperator,
  clipOperator,
  compressOperator,
  concatOperator,
  constantOfShapeOperator,
  convTransposeOperator,
  convOperator,
  ...cumulativeOperators,
  deformConvOperator,
  ...depthSpaceOperators,
  dequantizeLinearOperator,
  dropoutOperator,
  dynamicQuantizeLinearOperator,
  einsumOperator,
  expandOperator,
  eyeLikeOperator,
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
  ifOperator,
  convIntegerOperator,
  qlinearConvOperator,
  matmulIntegerOperator,
  qlinearMatmulOperator,
  layerNormalizationOperator,
  rmsNormalizationOperator,
  loopOperator,
  lpNormalizationOperator,
  lrnOperator,
  matmulOperator,
  meanVarianceNormalizationOperator,
  ...microsoftGeluOperators,
  modOperator,
  multinomialOperator,
  nonMaxSuppressionOperator,
  nonZeroOperator,
  oneHotOperator,
  padOperator,
  averagePoolOperator,
  maxPoolOperator,
  lpPoolOperator,
  preluOperator,
  quantizeLinearOperator,
  ...randomOperators,
  ...randomLikeOperators,
  rangeOperator,
  ...recurrentOperators,
  ...reductionOperators,
  reshapeOperator,
  resizeOperator,
  upsampleOperator,
  reverseSequenceOperator,
  rotaryEmbeddingOperator,
  scanOperator,
  ...scatterElementsOperators,
  scatterNdOperator,
  shapeOperator,
  sizeOperator,
  sliceOperator,
  ...softmaxOperators,
  splitOperator,
  squeezeOperator,
  tileOperator,
  topKOperator,
  transposeOperator,
  triluOperator,
  ...unaryOperators,
  uniqueOperator,
  unsqueezeOperator,
  ...variadicOperators,
  whereOperator,
];
