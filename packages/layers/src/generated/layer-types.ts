// Written by `pnpm generate`; edit what it is made from instead.
import type { LayerType } from "@modelgauge/core";
import { activation } from "../activation/activation.ts";
import { dropout } from "../activation/dropout.ts";
import { prelu } from "../activation/prelu.ts";
import { softmax } from "../activation/softmax.ts";
import { attention } from "../attention/attention.ts";
import { kvCache } from "../attention/kv-cache.ts";
import { linearAttention } from "../attention/linear-attention.ts";
import { longformerAttention } from "../attention/longformer-attention.ts";
import { packedAttention } from "../attention/packed-attention.ts";
import { relativePositionBias } from "../attention/relative-position-bias.ts";
import { rotaryEmbedding } from "../attention/rotary-embedding.ts";
import { ifLayer } from "../control-flow/if.ts";
import { loop } from "../control-flow/loop.ts";
import { merge } from "../control-flow/merge.ts";
import { scan } from "../control-flow/scan.ts";
import { switchLayer } from "../control-flow/switch.ts";
import { convTranspose } from "../convolution/conv-transpose.ts";
import { conv } from "../convolution/conv.ts";
import { deformableConv } from "../convolution/deformable-conv.ts";
import { morphologicalDilation } from "../convolution/morphological-dilation.ts";
import { bernoulli } from "../creation/bernoulli.ts";
import { constantFill } from "../creation/constant-fill.ts";
import { eye } from "../creation/eye.ts";
import { linspace } from "../creation/linspace.ts";
import { multinomial } from "../creation/multinomial.ts";
import { oneHot } from "../creation/one-hot.ts";
import { random } from "../creation/random.ts";
import { range } from "../creation/range.ts";
import { bitcast } from "../elementwise/bitcast.ts";
import { cast } from "../elementwise/cast.ts";
import { complexPart } from "../elementwise/complex-part.ts";
import { complex } from "../elementwise/complex.ts";
import { elementwise } from "../elementwise/elementwise.ts";
import { hash } from "../elementwise/hash.ts";
import { ngramHash } from "../elementwise/ngram-hash.ts";
import { where } from "../elementwise/where.ts";
import { embedding } from "../embedding.ts";
import { handleRead } from "../handle/handle-read.ts";
import { handleWrite } from "../handle/handle-write.ts";
import { affineGrid } from "../image/affine-grid.ts";
import { cropAndResize } from "../image/crop-and-resize.ts";
import { depthToSpace } from "../image/depth-to-space.ts";
import { gridSample } from "../image/grid-sample.ts";
import { projectiveTransform } from "../image/projective-transform.ts";
import { resize } from "../image/resize.ts";
import { spaceToDepth } from "../image/space-to-depth.ts";
import { det } from "../linear-algebra/det.ts";
import { inverse } from "../linear-algebra/inverse.ts";
import { negativeLogLikelihood } from "../loss/negative-log-likelihood.ts";
import { softmaxCrossEntropy } from "../loss/softmax-cross-entropy.ts";
import { binarizer } from "../machine-learning/binarizer.ts";
import { castMap } from "../machine-learning/cast-map.ts";
import { dictVectorizer } from "../machine-learning/dict-vectorizer.ts";
import { featureVectorizer } from "../machine-learning/feature-vectorizer.ts";
import { imputer } from "../machine-learning/imputer.ts";
import { linearModel } from "../machine-learning/linear-model.ts";
import { lookupTable } from "../machine-learning/lookup-table.ts";
import { normalizer } from "../machine-learning/normalizer.ts";
import { oneHotEncoder } from "../machine-learning/one-hot-encoder.ts";
import { scaler } from "../machine-learning/scaler.ts";
import { svm } from "../machine-learning/svm.ts";
import { treeEnsemble } from "../machine-learning/tree-ensemble.ts";
import { zipMap } from "../machine-learning/zip-map.ts";
import { batchToSpace } from "../movement/batch-to-space.ts";
import { concat } from "../movement/concat.ts";
import { expand } from "../movement/expand.ts";
import { fold } from "../movement/fold.ts";
import { gatherElements } from "../movement/gather-elements.ts";
import { gatherNd } from "../movement/gather-nd.ts";
import { gather } from "../movement/gather.ts";
import { pad } from "../movement/pad.ts";
import { removePadding } from "../movement/remove-padding.ts";
import { restorePadding } from "../movement/restore-padding.ts";
import { reverseSequence } from "../movement/reverse-sequence.ts";
import { reverse } from "../movement/reverse.ts";
import { scatterElements } from "../movement/scatter-elements.ts";
import { scatterNd } from "../movement/scatter-nd.ts";
import { slice } from "../movement/slice.ts";
import { spaceToBatch } from "../movement/space-to-batch.ts";
import { split } from "../movement/split.ts";
import { stack } from "../movement/stack.ts";
import { tensorScatter } from "../movement/tensor-scatter.ts";
import { tile } from "../movement/tile.ts";
import { transpose } from "../movement/transpose.ts";
import { triangular } from "../movement/triangular.ts";
import { unfold } from "../movement/unfold.ts";
import { unstack } from "../movement/unstack.ts";
import { batchNorm } from "../normalisation/batch-norm.ts";
import { groupNorm } from "../normalisation/group-norm.ts";
import { layerNorm } from "../normalisation/layer-norm.ts";
import { localResponseNorm } from "../normalisation/local-response-norm.ts";
import { lpNorm } from "../normalisation/lp-norm.ts";
import { adaptivePool } from "../pooling/adaptive-pool.ts";
import { globalPool } from "../pooling/global-pool.ts";
import { maxUnpool } from "../pooling/max-unpool.ts";
import { pool } from "../pooling/pool.ts";
import { roiAlign } from "../pooling/roi-align.ts";
import { roiPool } from "../pooling/roi-pool.ts";
import { einsum } from "../product/einsum.ts";
import { experts } from "../product/experts.ts";
import { linear } from "../product/linear.ts";
import { matmul } from "../product/matmul.ts";
import { pairwiseDistance } from "../product/pairwise-distance.ts";
import { dequantize } from "../quantisation/dequantize.ts";
import { dynamicQuantize } from "../quantisation/dynamic-quantize.ts";
import { fakeQuantize } from "../quantisation/fake-quantize.ts";
import { quantize } from "../quantisation/quantize.ts";
import { requantize } from "../quantisation/requantize.ts";
import { attentionLstm } from "../recurrent/attention-lstm.ts";
import { convRecurrent } from "../recurrent/conv-recurrent.ts";
import { recurrent } from "../recurrent/recurrent.ts";
import { argReduce } from "../reduction/arg-reduce.ts";
import { cumulative } from "../reduction/cumulative.ts";
import { reduce } from "../reduction/reduce.ts";
import { bincount } from "../selection/bincount.ts";
import { blockRepeatedNgrams } from "../selection/block-repeated-ngrams.ts";
import { compress } from "../selection/compress.ts";
import { nonMaxSuppression } from "../selection/non-max-suppression.ts";
import { nonZero } from "../selection/non-zero.ts";
import { searchSorted } from "../selection/search-sorted.ts";
import { setDifference } from "../selection/set-difference.ts";
import { suffixMatch } from "../selection/suffix-match.ts";
import { timeWarping } from "../selection/time-warping.ts";
import { topK } from "../selection/top-k.ts";
import { unique } from "../selection/unique.ts";
import { concatFromSequence } from "../sequence/concat-from-sequence.ts";
import { optionalGet } from "../sequence/optional-get.ts";
import { optionalHas } from "../sequence/optional-has.ts";
import { optional } from "../sequence/optional.ts";
import { sequenceAt } from "../sequence/sequence-at.ts";
import { sequenceConstruct } from "../sequence/sequence-construct.ts";
import { sequenceEmpty } from "../sequence/sequence-empty.ts";
import { sequenceErase } from "../sequence/sequence-erase.ts";
import { sequenceInsert } from "../sequence/sequence-insert.ts";
import { sequenceLength } from "../sequence/sequence-length.ts";
import { sequenceMap } from "../sequence/sequence-map.ts";
import { sequenceReplace } from "../sequence/sequence-replace.ts";
import { splitToSequence } from "../sequence/split-to-sequence.ts";
import { broadcastShapes } from "../shape/broadcast-shapes.ts";
import { identity } from "../shape/identity.ts";
import { rank } from "../shape/rank.ts";
import { reshape } from "../shape/reshape.ts";
import { shape } from "../shape/shape.ts";
import { size } from "../shape/size.ts";
import { fft } from "../signal/fft.ts";
import { melWeights } from "../signal/mel-weights.ts";
import { stft } from "../signal/stft.ts";
import { windowFunction } from "../signal/window.ts";
import { raggedGather } from "../sparse/ragged-gather.ts";
import { raggedRange } from "../sparse/ragged-range.ts";
import { raggedToDense } from "../sparse/ragged-to-dense.ts";
import { segmentReduce } from "../sparse/segment-reduce.ts";
import { sparseFillEmptyRows } from "../sparse/sparse-fill-empty-rows.ts";
import { sparseReshape } from "../sparse/sparse-reshape.ts";
import { stringConcat } from "../string/string-concat.ts";
import { stringMatch } from "../string/string-match.ts";
import { stringNgrams } from "../string/string-ngrams.ts";
import { stringNormalize } from "../string/string-normalize.ts";
import { stringReplace } from "../string/string-replace.ts";
import { stringSplit } from "../string/string-split.ts";
import { tfIdf } from "../string/tf-idf.ts";
import { tokenize } from "../string/tokenize.ts";
import { optimizerStep } from "../training/optimizer-step.ts";
export {
  activation,
  dropout,
  prelu,
  softmax,
  attention,
  kvCache,
  linearAttention,
  longformerAttention,
  packedAttention,
  relativePositionBias,
  rotaryEmbedding,
  ifLayer,
  loop,
  merge,
  scan,
  switchLayer,
  convTranspose,
  conv,
  deformableConv,
  morphologicalDilation,
  bernoulli,
  constantFill,
  eye,
  linspace,
  multinomial,
  oneHot,
  random,
  range,
  bitcast,
  cast,
  complexPart,
  complex,
  elementwise,
  hash,
  ngramHash,
  where,
  embedding,
  handleRead,
  handleWrite,
  affineGrid,
  cropAndResize,
  depthToSpace,
  gridSample,
  projectiveTransform,
  resize,
  spaceToDepth,
  det,
  inverse,
  negativeLogLikelihood,
  softmaxCrossEntropy,
  binarizer,
  castMap,
  dictVectorizer,
  featureVectorizer,
  imputer,
  linearModel,
  lookupTable,
  normalizer,
  oneHotEncoder,
  scaler,
  svm,
  treeEnsemble,
  zipMap,
  batchToSpace,
  concat,
  expand,
  fold,
  gatherElements,
  gatherNd,
  gather,
  pad,
  removePadding,
  restorePadding,
  reverseSequence,
  reverse,
  scatterElements,
  scatterNd,
  slice,
  spaceToBatch,
  split,
  stack,
  tensorScatter,
  tile,
  transpose,
  triangular,
  unfold,
  unstack,
  batchNorm,
  groupNorm,
  layerNorm,
  localResponseNorm,
  lpNorm,
  adaptivePool,
  globalPool,
  maxUnpool,
  pool,
  roiAlign,
  roiPool,
  einsum,
  experts,
  linear,
  matmul,
  pairwiseDistance,
  dequantize,
  dynamicQuantize,
  fakeQuantize,
  quantize,
  requantize,
  attentionLstm,
  convRecurrent,
  recurrent,
  argReduce,
  cumulative,
  reduce,
  bincount,
  blockRepeatedNgrams,
  compress,
  nonMaxSuppression,
  nonZero,
  searchSorted,
  setDifference,
  suffixMatch,
  timeWarping,
  topK,
  unique,
  concatFromSequence,
  optionalGet,
  optionalHas,
  optional,
  sequenceAt,
  sequenceConstruct,
  sequenceEmpty,
  sequenceErase,
  sequenceInsert,
  sequenceLength,
  sequenceMap,
  sequenceReplace,
  splitToSequence,
  broadcastShapes,
  identity,
  rank,
  reshape,
  shape,
  size,
  fft,
  melWeights,
  stft,
  windowFunction,
  raggedGather,
  raggedRange,
  raggedToDense,
  segmentReduce,
  sparseFillEmptyRows,
  sparseReshape,
  stringConcat,
  stringMatch,
  stringNgrams,
  stringNormalize,
  stringReplace,
  stringSplit,
  tfIdf,
  tokenize,
  optimizerStep,
};
/** Every standard layer type. */
export const layerTypes: readonly LayerType[] = [
  activation,
  dropout,
  prelu,
  softmax,
  attention,
  kvCache,
  linearAttention,
  longformerAttention,
  packedAttention,
  relativePositionBias,
  rotaryEmbedding,
  ifLayer,
  loop,
  merge,
  scan,
  switchLayer,
  convTranspose,
  conv,
  deformableConv,
  morphologicalDilation,
  bernoulli,
  constantFill,
  eye,
  linspace,
  multinomial,
  oneHot,
  random,
  range,
  bitcast,
  cast,
  complexPart,
  complex,
  elementwise,
  hash,
  ngramHash,
  where,
  embedding,
  handleRead,
  handleWrite,
  affineGrid,
  cropAndResize,
  depthToSpace,
  gridSample,
  projectiveTransform,
  resize,
  spaceToDepth,
  det,
  inverse,
  negativeLogLikelihood,
  softmaxCrossEntropy,
  binarizer,
  castMap,
  dictVectorizer,
  featureVectorizer,
  imputer,
  linearModel,
  lookupTable,
  normalizer,
  oneHotEncoder,
  scaler,
  svm,
  treeEnsemble,
  zipMap,
  batchToSpace,
  concat,
  expand,
  fold,
  gatherElements,
  gatherNd,
  gather,
  pad,
  removePadding,
  restorePadding,
  reverseSequence,
  reverse,
  scatterElements,
  scatterNd,
  slice,
  spaceToBatch,
  split,
  stack,
  tensorScatter,
  tile,
  transpose,
  triangular,
  unfold,
  unstack,
  batchNorm,
  groupNorm,
  layerNorm,
  localResponseNorm,
  lpNorm,
  adaptivePool,
  globalPool,
  maxUnpool,
  pool,
  roiAlign,
  roiPool,
  einsum,
  experts,
  linear,
  matmul,
  pairwiseDistance,
  dequantize,
  dynamicQuantize,
  fakeQuantize,
  quantize,
  requantize,
  attentionLstm,
  convRecurrent,
  recurrent,
  argReduce,
  cumulative,
  reduce,
  bincount,
  blockRepeatedNgrams,
  compress,
  nonMaxSuppression,
  nonZero,
  searchSorted,
  setDifference,
  suffixMatch,
  timeWarping,
  topK,
  unique,
  concatFromSequence,
  optionalGet,
  optionalHas,
  optional,
  sequenceAt,
  sequenceConstruct,
  sequenceEmpty,
  sequenceErase,
  sequenceInsert,
  sequenceLength,
  sequenceMap,
  sequenceReplace,
  splitToSequence,
  broadcastShapes,
  identity,
  rank,
  reshape,
  shape,
  size,
  fft,
  melWeights,
  stft,
  windowFunction,
  raggedGather,
  raggedRange,
  raggedToDense,
  segmentReduce,
  sparseFillEmptyRows,
  sparseReshape,
  stringConcat,
  stringMatch,
  stringNgrams,
  stringNormalize,
  stringReplace,
  stringSplit,
  tfIdf,
  tokenize,
  optimizerStep,
];
