// Written by `pnpm generate`; edit what it is made from instead.
import type { OnnxOperator } from "../operator.ts";
import { affineGridOperator } from "../operators/affine-grid.ts";
import { argReductionOperators } from "../operators/arg-reduction.ts";
import { attentionOperator } from "../operators/attention.ts";
import { batchNormalizationOperator } from "../operators/batch-normalization.ts";
import { bernoulliOperator } from "../operators/bernoulli.ts";
import { binaryOperators } from "../operators/binary.ts";
import { bitCastOperator } from "../operators/bit-cast.ts";
import { bitShiftOperator } from "../operators/bit-shift.ts";
import { castLikeOperator } from "../operators/cast-like.ts";
import { castOperator } from "../operators/cast.ts";
import { causalConvWithStateOperator } from "../operators/causal-conv-with-state.ts";
import { centerCropPadOperator } from "../operators/center-crop-pad.ts";
import { negativeLogLikelihoodLossOperator } from "../operators/class-losses.ts";
import { softmaxCrossEntropyLossOperator } from "../operators/class-losses.ts";
import { clipOperator } from "../operators/clip.ts";
import { col2imOperator } from "../operators/col2im.ts";
import { compressOperator } from "../operators/compress.ts";
import { concatFromSequenceOperator } from "../operators/concat-from-sequence.ts";
import { concatOperator } from "../operators/concat.ts";
import { constantOfShapeOperator } from "../operators/constant-of-shape.ts";
import { convTransposeOperator } from "../operators/conv-transpose.ts";
import { convOperator } from "../operators/conv.ts";
import { cumulativeOperators } from "../operators/cumulative.ts";
import { deformConvOperator } from "../operators/deform-conv.ts";
import { depthSpaceOperators } from "../operators/depth-space.ts";
import { dequantizeLinearOperator } from "../operators/dequantize-linear.ts";
import { detOperator } from "../operators/det.ts";
import { dftOperator } from "../operators/dft.ts";
import { dropoutOperator } from "../operators/dropout.ts";
import { dynamicQuantizeLinearOperator } from "../operators/dynamic-quantize-linear.ts";
import { einsumOperator } from "../operators/einsum.ts";
import { expandOperator } from "../operators/expand.ts";
import { eyeLikeOperator } from "../operators/eye-like.ts";
import { flattenOperator } from "../operators/flatten.ts";
import { flexAttentionOperator } from "../operators/flex-attention.ts";
import { gatherElementsOperator } from "../operators/gather-elements.ts";
import { gatherNdOperator } from "../operators/gather-nd.ts";
import { gatherOperator } from "../operators/gather.ts";
import { geluOperator } from "../operators/gelu.ts";
import { gemmOperator } from "../operators/gemm.ts";
import { globalPoolingOperators } from "../operators/global-pooling.ts";
import { globalLpPoolOperator } from "../operators/global-pooling.ts";
import { gradientOperator } from "../operators/gradient.ts";
import { gridSampleOperator } from "../operators/grid-sample.ts";
import { groupNormalizationOperator } from "../operators/group-normalization.ts";
import { instanceNormalizationOperator } from "../operators/group-normalization.ts";
import { identityOperator } from "../operators/identity.ts";
import { ifOperator } from "../operators/if.ts";
import { imageDecoderOperator } from "../operators/image-decoder.ts";
import { convIntegerOperator } from "../operators/integer-convolution.ts";
import { qlinearConvOperator } from "../operators/integer-convolution.ts";
import { matmulIntegerOperator } from "../operators/integer-matmul.ts";
import { qlinearMatmulOperator } from "../operators/integer-matmul.ts";
import { layerNormalizationOperator } from "../operators/layer-normalization.ts";
import { rmsNormalizationOperator } from "../operators/layer-normalization.ts";
import { linearAttentionOperator } from "../operators/linear-attention.ts";
import { loopOperator } from "../operators/loop.ts";
import { lpNormalizationOperator } from "../operators/lp-normalization.ts";
import { lrnOperator } from "../operators/lrn.ts";
import { matmulOperator } from "../operators/matmul.ts";
import { maxRoiPoolOperator } from "../operators/max-roi-pool.ts";
import { maxUnpoolOperator } from "../operators/max-unpool.ts";
import { meanVarianceNormalizationOperator } from "../operators/mean-variance-normalization.ts";
import { melWeightMatrixOperator } from "../operators/mel-weight-matrix.ts";
import { attnLstmOperator } from "../operators/microsoft/attention-lstm.ts";
import { microsoftAttentionOperator } from "../operators/microsoft/attention.ts";
import { decoderMaskedSelfAttentionOperator } from "../operators/microsoft/attention.ts";
import { qAttentionOperator } from "../operators/microsoft/attention.ts";
import { biasAddOperator } from "../operators/microsoft/bias-add.ts";
import { biasSoftmaxOperator } from "../operators/microsoft/bias-softmax.ts";
import { biasSplitGeluOperator } from "../operators/microsoft/bias-split-gelu.ts";
import { quantizeBfpOperator } from "../operators/microsoft/block-floating-point.ts";
import { dequantizeBfpOperator } from "../operators/microsoft/block-floating-point.ts";
import { blockedConvOperator } from "../operators/microsoft/blocked-layout.ts";
import { blockedPoolOperators } from "../operators/microsoft/blocked-layout.ts";
import { blockedGlobalPoolOperators } from "../operators/microsoft/blocked-layout.ts";
import { blockedUpsampleOperator } from "../operators/microsoft/blocked-layout.ts";
import { reorderInputOperator } from "../operators/microsoft/blocked-layout.ts";
import { reorderOutputOperator } from "../operators/microsoft/blocked-layout.ts";
import { microsoftCausalConvWithStateOperator } from "../operators/microsoft/causal-conv-with-state.ts";
import { varlenCausalConvWithStateOperator } from "../operators/microsoft/causal-conv-with-state.ts";
import { convTransposeWithDynamicPadsOperator } from "../operators/microsoft/conv-transpose-with-dynamic-pads.ts";
import { microsoftGatherNdOperator } from "../operators/microsoft/data-movement.ts";
import { microsoftPadOperator } from "../operators/microsoft/data-movement.ts";
import { expandDimsOperator } from "../operators/microsoft/data-movement.ts";
import { microsoftTriluOperator } from "../operators/microsoft/data-movement.ts";
import { unfoldTensorOperator } from "../operators/microsoft/data-movement.ts";
import { removePaddingOperator } from "../operators/microsoft/data-movement.ts";
import { restorePaddingOperator } from "../operators/microsoft/data-movement.ts";
import { sampleOpOperator } from "../operators/microsoft/data-movement.ts";
import { decoderAttentionOperator } from "../operators/microsoft/decoder-attention.ts";
import { biasDropoutOperator } from "../operators/microsoft/dropout.ts";
import { bitmaskDropoutOperator } from "../operators/microsoft/dropout.ts";
import { bitmaskBiasDropoutOperator } from "../operators/microsoft/dropout.ts";
import { dynamicQuantizeLstmOperator } from "../operators/microsoft/dynamic-quantize-lstm.ts";
import { embedLayerNormalizationOperator } from "../operators/microsoft/embed-layer-normalization.ts";
import { qEmbedLayerNormalizationOperator } from "../operators/microsoft/embed-layer-normalization.ts";
import { fusedConvOperators } from "../operators/microsoft/fused-conv.ts";
import { fusedGemmOperator } from "../operators/microsoft/fused-gemm.ts";
import { gemmFloat8Operator } from "../operators/microsoft/fused-gemm.ts";
import { fusedMatMulOperators } from "../operators/microsoft/fused-matmul.ts";
import { gatedAddOperator } from "../operators/microsoft/gates.ts";
import { gatedRmsNormOperator } from "../operators/microsoft/gates.ts";
import { linearAttentionGateOperator } from "../operators/microsoft/gates.ts";
import { engramGateOperator } from "../operators/microsoft/gates.ts";
import { gatherBlockQuantizedOperator } from "../operators/microsoft/gather-block-quantized.ts";
import { torchEmbeddingOperator } from "../operators/microsoft/gather-block-quantized.ts";
import { microsoftGeluOperators } from "../operators/microsoft/gelu.ts";
import { gemmFastGeluOperator } from "../operators/microsoft/gemm-fast-gelu.ts";
import { beamSearchOperator } from "../operators/microsoft/generation.ts";
import { whisperBeamSearchOperator } from "../operators/microsoft/generation.ts";
import { greedySearchOperator } from "../operators/microsoft/generation.ts";
import { samplingOperator } from "../operators/microsoft/generation.ts";
import { groupNormOperator } from "../operators/microsoft/group-norm.ts";
import { skipGroupNormOperator } from "../operators/microsoft/group-norm.ts";
import { groupQueryAttentionOperator } from "../operators/microsoft/group-query-attention.ts";
import { nhwcConvOperator } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcQLinearConvOperator } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcPoolOperators } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcGlobalPoolOperators } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcDepthSpaceOperators } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcBatchNormalizationOperator } from "../operators/microsoft/internal-nhwc.ts";
import { nhwcInstanceNormalizationOperator } from "../operators/microsoft/internal-nhwc.ts";
import { microsoftLinearAttentionOperator } from "../operators/microsoft/linear-attention.ts";
import { gatedDeltaNetOperator } from "../operators/microsoft/linear-attention.ts";
import { longformerAttentionOperator } from "../operators/microsoft/longformer-attention.ts";
import { qOrderedLongformerAttentionOperator } from "../operators/microsoft/longformer-attention.ts";
import { cDistOperator } from "../operators/microsoft/math.ts";
import { inverseOperator } from "../operators/microsoft/math.ts";
import { murmurHash3Operator } from "../operators/microsoft/math.ts";
import { isAllFiniteOperator } from "../operators/microsoft/math.ts";
import { dynamicTimeWarpingOperator } from "../operators/microsoft/math.ts";
import { matMulBnb4Operator } from "../operators/microsoft/matmul-block-quantized.ts";
import { matMulFpQ4Operator } from "../operators/microsoft/matmul-block-quantized.ts";
import { matMulBlockQuantizedFp4WeightOperator } from "../operators/microsoft/matmul-block-quantized.ts";
import { matMulBlockQuantizedFp8WeightOperator } from "../operators/microsoft/matmul-block-quantized.ts";
import { matMulNBitsOperator } from "../operators/microsoft/matmul-nbits.ts";
import { matMulNBitsMlpOperator } from "../operators/microsoft/matmul-nbits.ts";
import { matMulNBitsQkvOperator } from "../operators/microsoft/matmul-nbits.ts";
import { maxPoolWithMaskOperator } from "../operators/microsoft/max-pool-with-mask.ts";
import { moeOperator } from "../operators/microsoft/mixture-of-experts.ts";
import { qMoeOperator } from "../operators/microsoft/mixture-of-experts.ts";
import { multiHeadAttentionOperator } from "../operators/microsoft/multi-head-attention.ts";
import { decoderMaskedMultiHeadAttentionOperator } from "../operators/microsoft/multi-head-attention.ts";
import { nGramHashMappingOperator } from "../operators/microsoft/ngram-hash-mapping.ts";
import { varlenNGramHashMappingOperator } from "../operators/microsoft/ngram-hash-mapping.ts";
import { nhwcMaxPoolOperator } from "../operators/microsoft/nhwc-max-pool.ts";
import { opaqueOperators } from "../operators/microsoft/opaque.ts";
import { qOrderedLayerNormalizationOperator } from "../operators/microsoft/ordered-layer-normalization.ts";
import { packedAttentionOperator } from "../operators/microsoft/packed-attention.ts";
import { packedMultiHeadAttentionOperator } from "../operators/microsoft/packed-attention.ts";
import { pagedAttentionOperator } from "../operators/microsoft/paged-attention.ts";
import { microsoftQuantizeLinearOperator } from "../operators/microsoft/quantize-linear.ts";
import { microsoftDequantizeLinearOperator } from "../operators/microsoft/quantize-linear.ts";
import { quantizeWithOrderOperator } from "../operators/microsoft/quantize-linear.ts";
import { dequantizeWithOrderOperator } from "../operators/microsoft/quantize-linear.ts";
import { qLinearArithmeticOperators } from "../operators/microsoft/quantized-elementwise.ts";
import { qLinearActivationOperators } from "../operators/microsoft/quantized-elementwise.ts";
import { qOrderedGeluOperator } from "../operators/microsoft/quantized-elementwise.ts";
import { qLinearWhereOperator } from "../operators/microsoft/quantized-elementwise.ts";
import { qLinearConcatOperator } from "../operators/microsoft/quantized-elementwise.ts";
import { mulIntegerOperator } from "../operators/microsoft/quantized-elementwise.ts";
import { qLinearAveragePoolOperator } from "../operators/microsoft/quantized-pooling.ts";
import { qLinearGlobalAveragePoolOperator } from "../operators/microsoft/quantized-pooling.ts";
import { microsoftQLinearConvOperator } from "../operators/microsoft/quantized-product.ts";
import { qGemmOperator } from "../operators/microsoft/quantized-product.ts";
import { matMulIntegerToFloatOperator } from "../operators/microsoft/quantized-product.ts";
import { dynamicQuantizeMatMulOperator } from "../operators/microsoft/quantized-product.ts";
import { matMulInteger16Operator } from "../operators/microsoft/quantized-product.ts";
import { qOrderedMatMulOperator } from "../operators/microsoft/quantized-product.ts";
import { qOrderedAttentionOperator } from "../operators/microsoft/quantized-product.ts";
import { qLinearReduceMeanOperator } from "../operators/microsoft/quantized-reduction.ts";
import { reduceSumIntegerOperator } from "../operators/microsoft/quantized-reduction.ts";
import { qLinearSoftmaxOperator } from "../operators/microsoft/quantized-reduction.ts";
import { microsoftRangeOperator } from "../operators/microsoft/range.ts";
import { relativePositionBiasOperator } from "../operators/microsoft/relative-position-bias.ts";
import { gatedRelativePositionBiasOperator } from "../operators/microsoft/relative-position-bias.ts";
import { microsoftRotaryEmbeddingOperators } from "../operators/microsoft/rotary-embedding.ts";
import { gemmaRotaryEmbeddingOperator } from "../operators/microsoft/rotary-embedding.ts";
import { microsoftGridSampleOperator } from "../operators/microsoft/sampling.ts";
import { cropAndResizeOperator } from "../operators/microsoft/sampling.ts";
import { rfftOperator } from "../operators/microsoft/signal.ts";
import { irfftOperator } from "../operators/microsoft/signal.ts";
import { complexProductOperators } from "../operators/microsoft/signal.ts";
import { simplifiedLayerNormalizationOperator } from "../operators/microsoft/simplified-layer-normalization.ts";
import { skipLayerNormalizationOperator } from "../operators/microsoft/skip-layer-normalization.ts";
import { skipSimplifiedLayerNormalizationOperator } from "../operators/microsoft/skip-layer-normalization.ts";
import { sparseAttentionOperator } from "../operators/microsoft/sparse-attention.ts";
import { sparseToDenseMatMulOperator } from "../operators/microsoft/sparse-to-dense-matmul.ts";
import { nGramRepeatBlockOperator } from "../operators/microsoft/text-generation.ts";
import { bifurcationDetectorOperator } from "../operators/microsoft/text-generation.ts";
import { tokenizerOperator } from "../operators/microsoft/tokenizer.ts";
import { microsoftUniqueOperator } from "../operators/microsoft/unique.ts";
import { wordConvEmbeddingOperator } from "../operators/microsoft/word-conv-embedding.ts";
import { arrayFeatureExtractorOperator } from "../operators/ml/array-feature-extractor.ts";
import { castMapOperator } from "../operators/ml/cast-map.ts";
import { categoryMapperOperator } from "../operators/ml/category-mapper.ts";
import { dictVectorizerOperator } from "../operators/ml/dict-vectorizer.ts";
import { mlElementwiseOperators } from "../operators/ml/elementwise.ts";
import { featureVectorizerOperator } from "../operators/ml/feature-vectorizer.ts";
import { labelEncoderOperator } from "../operators/ml/label-encoder.ts";
import { linearClassifierOperator } from "../operators/ml/linear-models.ts";
import { linearRegressorOperator } from "../operators/ml/linear-models.ts";
import { normalizerOperator } from "../operators/ml/normalizer.ts";
import { oneHotEncoderOperator } from "../operators/ml/one-hot-encoder.ts";
import { svmClassifierOperator } from "../operators/ml/support-vector-machines.ts";
import { svmRegressorOperator } from "../operators/ml/support-vector-machines.ts";
import { treeEnsembleClassifierOperator } from "../operators/ml/tree-ensembles.ts";
import { treeEnsembleRegressorOperator } from "../operators/ml/tree-ensembles.ts";
import { treeEnsembleOperator } from "../operators/ml/tree-ensembles.ts";
import { zipMapOperator } from "../operators/ml/zip-map.ts";
import { modOperator } from "../operators/mod.ts";
import { multinomialOperator } from "../operators/multinomial.ts";
import { nonMaxSuppressionOperator } from "../operators/non-max-suppression.ts";
import { nonZeroOperator } from "../operators/non-zero.ts";
import { oneHotOperator } from "../operators/one-hot.ts";
import { adaptiveOptimizerOperators } from "../operators/optimizers.ts";
import { momentumOperators } from "../operators/optimizers.ts";
import { optionalGetElementOperator } from "../operators/optional-get-element.ts";
import { optionalHasElementOperator } from "../operators/optional-has-element.ts";
import { optionalOperator } from "../operators/optional.ts";
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
import { regexFullMatchOperator } from "../operators/regex-full-match.ts";
import { reshapeOperator } from "../operators/reshape.ts";
import { resizeOperator } from "../operators/resize.ts";
import { upsampleOperator } from "../operators/resize.ts";
import { reverseSequenceOperator } from "../operators/reverse-sequence.ts";
import { roiAlignOperator } from "../operators/roi-align.ts";
import { rotaryEmbeddingOperator } from "../operators/rotary-embedding.ts";
import { scanOperator } from "../operators/scan.ts";
import { scatterElementsOperators } from "../operators/scatter-elements.ts";
import { scatterNdOperator } from "../operators/scatter-nd.ts";
import { sequenceAtOperator } from "../operators/sequence-at.ts";
import { sequenceConstructOperator } from "../operators/sequence-construct.ts";
import { sequenceEmptyOperator } from "../operators/sequence-empty.ts";
import { sequenceEraseOperator } from "../operators/sequence-erase.ts";
import { sequenceInsertOperator } from "../operators/sequence-insert.ts";
import { sequenceLengthOperator } from "../operators/sequence-length.ts";
import { sequenceMapOperator } from "../operators/sequence-map.ts";
import { shapeOperator } from "../operators/shape.ts";
import { sizeOperator } from "../operators/size.ts";
import { sliceOperators } from "../operators/slice.ts";
import { softmaxOperators } from "../operators/softmax.ts";
import { splitToSequenceOperator } from "../operators/split-to-sequence.ts";
import { splitOperator } from "../operators/split.ts";
import { squeezeOperator } from "../operators/squeeze.ts";
import { stftOperator } from "../operators/stft.ts";
import { stringConcatOperator } from "../operators/string-concat.ts";
import { stringNormalizerOperator } from "../operators/string-normalizer.ts";
import { stringSplitOperator } from "../operators/string-split.ts";
import { swigluOperator } from "../operators/swiglu.ts";
import { swishOperator } from "../operators/swish.ts";
import { tensorScatterOperator } from "../operators/tensor-scatter.ts";
import { tfIdfVectorizerOperator } from "../operators/tf-idf-vectorizer.ts";
import { tileOperator } from "../operators/tile.ts";
import { topKOperator } from "../operators/top-k.ts";
import { transposeOperator } from "../operators/transpose.ts";
import { triluOperator } from "../operators/trilu.ts";
import { unaryOperators } from "../operators/unary.ts";
import { uniqueOperator } from "../operators/unique.ts";
import { unsqueezeOperator } from "../operators/unsqueeze.ts";
import { variadicOperators } from "../operators/variadic.ts";
import { whereOperator } from "../operators/where.ts";
import { windowOperators } from "../operators/window.ts";
/** Every operator that this package translates. */
export const operators: readonly OnnxOperator[] = [
  affineGridOperator,
  ...argReductionOperators,
  attentionOperator,
  batchNormalizationOperator,
  bernoulliOperator,
  ...binaryOperators,
  bitCastOperator,
  bitShiftOperator,
  castLikeOperator,
  castOperator,
  causalConvWithStateOperator,
  centerCropPadOperator,
  negativeLogLikelihoodLossOperator,
  softmaxCrossEntropyLossOperator,
  clipOperator,
  col2imOperator,
  compressOperator,
  concatFromSequenceOperator,
  concatOperator,
  constantOfShapeOperator,
  convTransposeOperator,
  convOperator,
  ...cumulativeOperators,
  deformConvOperator,
  ...depthSpaceOperators,
  dequantizeLinearOperator,
  detOperator,
  dftOperator,
  dropoutOperator,
  dynamicQuantizeLinearOperator,
  einsumOperator,
  expandOperator,
  eyeLikeOperator,
  flattenOperator,
  flexAttentionOperator,
  gatherElementsOperator,
  gatherNdOperator,
  gatherOperator,
  geluOperator,
  gemmOperator,
  ...globalPoolingOperators,
  globalLpPoolOperator,
  gradientOperator,
  gridSampleOperator,
  groupNormalizationOperator,
  instanceNormalizationOperator,
  identityOperator,
  ifOperator,
  imageDecoderOperator,
  convIntegerOperator,
  qlinearConvOperator,
  matmulIntegerOperator,
  qlinearMatmulOperator,
  layerNormalizationOperator,
  rmsNormalizationOperator,
  linearAttentionOperator,
  loopOperator,
  lpNormalizationOperator,
  lrnOperator,
  matmulOperator,
  maxRoiPoolOperator,
  maxUnpoolOperator,
  meanVarianceNormalizationOperator,
  melWeightMatrixOperator,
  attnLstmOperator,
  microsoftAttentionOperator,
  decoderMaskedSelfAttentionOperator,
  qAttentionOperator,
  biasAddOperator,
  biasSoftmaxOperator,
  biasSplitGeluOperator,
  quantizeBfpOperator,
  dequantizeBfpOperator,
  blockedConvOperator,
  ...blockedPoolOperators,
  ...blockedGlobalPoolOperators,
  blockedUpsampleOperator,
  reorderInputOperator,
  reorderOutputOperator,
  microsoftCausalConvWithStateOperator,
  varlenCausalConvWithStateOperator,
  convTransposeWithDynamicPadsOperator,
  microsoftGatherNdOperator,
  microsoftPadOperator,
  expandDimsOperator,
  microsoftTriluOperator,
  unfoldTensorOperator,
  removePaddingOperator,
  restorePaddingOperator,
  sampleOpOperator,
  decoderAttentionOperator,
  biasDropoutOperator,
  bitmaskDropoutOperator,
  bitmaskBiasDropoutOperator,
  dynamicQuantizeLstmOperator,
  embedLayerNormalizationOperator,
  qEmbedLayerNormalizationOperator,
  ...fusedConvOperators,
  fusedGemmOperator,
  gemmFloat8Operator,
  ...fusedMatMulOperators,
  gatedAddOperator,
  gatedRmsNormOperator,
  linearAttentionGateOperator,
  engramGateOperator,
  gatherBlockQuantizedOperator,
  torchEmbeddingOperator,
  ...microsoftGeluOperators,
  gemmFastGeluOperator,
  beamSearchOperator,
  whisperBeamSearchOperator,
  greedySearchOperator,
  samplingOperator,
  groupNormOperator,
  skipGroupNormOperator,
  groupQueryAttentionOperator,
  nhwcConvOperator,
  nhwcQLinearConvOperator,
  ...nhwcPoolOperators,
  ...nhwcGlobalPoolOperators,
  ...nhwcDepthSpaceOperators,
  nhwcBatchNormalizationOperator,
  nhwcInstanceNormalizationOperator,
  microsoftLinearAttentionOperator,
  gatedDeltaNetOperator,
  longformerAttentionOperator,
  qOrderedLongformerAttentionOperator,
  cDistOperator,
  inverseOperator,
  murmurHash3Operator,
  isAllFiniteOperator,
  dynamicTimeWarpingOperator,
  matMulBnb4Operator,
  matMulFpQ4Operator,
  matMulBlockQuantizedFp4WeightOperator,
  matMulBlockQuantizedFp8WeightOperator,
  matMulNBitsOperator,
  matMulNBitsMlpOperator,
  matMulNBitsQkvOperator,
  maxPoolWithMaskOperator,
  moeOperator,
  qMoeOperator,
  multiHeadAttentionOperator,
  decoderMaskedMultiHeadAttentionOperator,
  nGramHashMappingOperator,
  varlenNGramHashMappingOperator,
  nhwcMaxPoolOperator,
  ...opaqueOperators,
  qOrderedLayerNormalizationOperator,
  packedAttentionOperator,
  packedMultiHeadAttentionOperator,
  pagedAttentionOperator,
  microsoftQuantizeLinearOperator,
  microsoftDequantizeLinearOperator,
  quantizeWithOrderOperator,
  dequantizeWithOrderOperator,
  ...qLinearArithmeticOperators,
  ...qLinearActivationOperators,
  qOrderedGeluOperator,
  qLinearWhereOperator,
  qLinearConcatOperator,
  mulIntegerOperator,
  qLinearAveragePoolOperator,
  qLinearGlobalAveragePoolOperator,
  microsoftQLinearConvOperator,
  qGemmOperator,
  matMulIntegerToFloatOperator,
  dynamicQuantizeMatMulOperator,
  matMulInteger16Operator,
  qOrderedMatMulOperator,
  qOrderedAttentionOperator,
  qLinearReduceMeanOperator,
  reduceSumIntegerOperator,
  qLinearSoftmaxOperator,
  microsoftRangeOperator,
  relativePositionBiasOperator,
  gatedRelativePositionBiasOperator,
  ...microsoftRotaryEmbeddingOperators,
  gemmaRotaryEmbeddingOperator,
  microsoftGridSampleOperator,
  cropAndResizeOperator,
  rfftOperator,
  irfftOperator,
  ...complexProductOperators,
  simplifiedLayerNormalizationOperator,
  skipLayerNormalizationOperator,
  skipSimplifiedLayerNormalizationOperator,
  sparseAttentionOperator,
  sparseToDenseMatMulOperator,
  nGramRepeatBlockOperator,
  bifurcationDetectorOperator,
  tokenizerOperator,
  microsoftUniqueOperator,
  wordConvEmbeddingOperator,
  arrayFeatureExtractorOperator,
  castMapOperator,
  categoryMapperOperator,
  dictVectorizerOperator,
  ...mlElementwiseOperators,
  featureVectorizerOperator,
  labelEncoderOperator,
  linearClassifierOperator,
  linearRegressorOperator,
  normalizerOperator,
  oneHotEncoderOperator,
  svmClassifierOperator,
  svmRegressorOperator,
  treeEnsembleClassifierOperator,
  treeEnsembleRegressorOperator,
  treeEnsembleOperator,
  zipMapOperator,
  modOperator,
  multinomialOperator,
  nonMaxSuppressionOperator,
  nonZeroOperator,
  oneHotOperator,
  ...adaptiveOptimizerOperators,
  ...momentumOperators,
  optionalGetElementOperator,
  optionalHasElementOperator,
  optionalOperator,
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
  regexFullMatchOperator,
  reshapeOperator,
  resizeOperator,
  upsampleOperator,
  reverseSequenceOperator,
  roiAlignOperator,
  rotaryEmbeddingOperator,
  scanOperator,
  ...scatterElementsOperators,
  scatterNdOperator,
  sequenceAtOperator,
  sequenceConstructOperator,
  sequenceEmptyOperator,
  sequenceEraseOperator,
  sequenceInsertOperator,
  sequenceLengthOperator,
  sequenceMapOperator,
  shapeOperator,
  sizeOperator,
  ...sliceOperators,
  ...softmaxOperators,
  splitToSequenceOperator,
  splitOperator,
  squeezeOperator,
  stftOperator,
  stringConcatOperator,
  stringNormalizerOperator,
  stringSplitOperator,
  swigluOperator,
  swishOperator,
  tensorScatterOperator,
  tfIdfVectorizerOperator,
  tileOperator,
  topKOperator,
  transposeOperator,
  triluOperator,
  ...unaryOperators,
  uniqueOperator,
  unsqueezeOperator,
  ...variadicOperators,
  whereOperator,
  ...windowOperators,
];
