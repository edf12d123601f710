// Written by `pnpm generate`; edit what it is made from instead.
import type { TfjsLayer } from "../layer-translator.ts";
import { activationLayers } from "../layers/activation.ts";
import { functionLayers } from "../layers/activation.ts";
import { reluLayer } from "../layers/activation.ts";
import { preluLayer } from "../layers/activation.ts";
import { softmaxLayer } from "../layers/activation.ts";
import { additiveAttentionLayer } from "../layers/additive-attention.ts";
import { multiHeadAttentionLayer } from "../layers/attention.ts";
import { groupedQueryAttentionLayer } from "../layers/attention.ts";
import { attentionLayer } from "../layers/attention.ts";
import { bidirectionalLayer } from "../layers/bidirectional.ts";
import { discretizationLayer } from "../layers/categories.ts";
import { hashingLayer } from "../layers/categories.ts";
import { lookupLayers } from "../layers/categories.ts";
import { convLstmLayers } from "../layers/conv-recurrent.ts";
import { convLayers } from "../layers/conv.ts";
import { depthwiseConvLayers } from "../layers/conv.ts";
import { separableConvLayers } from "../layers/conv.ts";
import { convTransposeLayers } from "../layers/conv.ts";
import { denseLayer } from "../layers/dense.ts";
import { einsumDenseLayer } from "../layers/einsum-dense.ts";
import { embeddingLayer } from "../layers/embedding.ts";
import { reshapeOperations } from "../layers/keras-movement-operations.ts";
import { transposeOperations } from "../layers/keras-movement-operations.ts";
import { joiningOperations } from "../layers/keras-movement-operations.ts";
import { splitOperation } from "../layers/keras-movement-operations.ts";
import { unstackOperation } from "../layers/keras-movement-operations.ts";
import { itemOperation } from "../layers/keras-movement-operations.ts";
import { takeOperations } from "../layers/keras-movement-operations.ts";
import { repeatOperation } from "../layers/keras-movement-operations.ts";
import { tileOperation } from "../layers/keras-movement-operations.ts";
import { broadcastOperation } from "../layers/keras-movement-operations.ts";
import { padOperation } from "../layers/keras-movement-operations.ts";
import { flipOperation } from "../layers/keras-movement-operations.ts";
import { rollOperation } from "../layers/keras-movement-operations.ts";
import { triangleOperations } from "../layers/keras-movement-operations.ts";
import { softmaxOperations } from "../layers/keras-neural-operations.ts";
import { activationOperations } from "../layers/keras-neural-operations.ts";
import { geluOperation } from "../layers/keras-neural-operations.ts";
import { composedOperations } from "../layers/keras-neural-operations.ts";
import { normalizeOperation } from "../layers/keras-neural-operations.ts";
import { oneHotOperation } from "../layers/keras-neural-operations.ts";
import { poolOperations } from "../layers/keras-neural-operations.ts";
import { adaptivePoolOperations } from "../layers/keras-neural-operations.ts";
import { resizeOperation } from "../layers/keras-neural-operations.ts";
import { elementwiseOperations } from "../layers/keras-operations.ts";
import { unaryOperations } from "../layers/keras-operations.ts";
import { reductionOperations } from "../layers/keras-operations.ts";
import { varianceOperations } from "../layers/keras-operations.ts";
import { normOperation } from "../layers/keras-operations.ts";
import { searchOperations } from "../layers/keras-operations.ts";
import { cumulativeOperations } from "../layers/keras-operations.ts";
import { topKOperation } from "../layers/keras-operations.ts";
import { clipOperation } from "../layers/keras-operations.ts";
import { castOperations } from "../layers/keras-operations.ts";
import { whereOperation } from "../layers/keras-operations.ts";
import { identityOperations } from "../layers/keras-operations.ts";
import { einsumOperation } from "../layers/keras-operations.ts";
import { matmulOperations } from "../layers/keras-operations.ts";
import { maskingLayer } from "../layers/masking.ts";
import { mergeLayers } from "../layers/merge.ts";
import { concatenateLayer } from "../layers/merge.ts";
import { dotLayer } from "../layers/merge.ts";
import { batchNormalizationLayer } from "../layers/normalisation.ts";
import { layerNormalizationLayer } from "../layers/normalisation.ts";
import { rmsNormalizationLayer } from "../layers/normalisation.ts";
import { groupNormalizationLayer } from "../layers/normalisation.ts";
import { unitNormalizationLayer } from "../layers/normalisation.ts";
import { normalizationLayer } from "../layers/normalisation.ts";
import { poolingLayers } from "../layers/pooling.ts";
import { globalPoolingLayers } from "../layers/pooling.ts";
import { adaptivePoolingLayers } from "../layers/pooling.ts";
import { rescalingLayer } from "../layers/preprocessing.ts";
import { resizingLayer } from "../layers/preprocessing.ts";
import { centerCropLayer } from "../layers/preprocessing.ts";
import { randomCropLayer } from "../layers/preprocessing.ts";
import { randomSizeLayers } from "../layers/preprocessing.ts";
import { augmentationLayers } from "../layers/preprocessing.ts";
import { categoryEncodingLayer } from "../layers/preprocessing.ts";
import { recurrentLayers } from "../layers/recurrent.ts";
import { rnnLayer } from "../layers/recurrent.ts";
import { dropoutLayers } from "../layers/regularisation.ts";
import { trainingLayers } from "../layers/regularisation.ts";
import { layerScaleLayer } from "../layers/scale.ts";
import { customScaleLayer } from "../layers/scale.ts";
import { flattenLayer } from "../layers/shape.ts";
import { reshapeLayer } from "../layers/shape.ts";
import { permuteLayer } from "../layers/shape.ts";
import { repeatVectorLayer } from "../layers/shape.ts";
import { zeroPaddingLayers } from "../layers/shape.ts";
import { croppingLayers } from "../layers/shape.ts";
import { upSamplingLayers } from "../layers/shape.ts";
import { spectralNormalizationLayer } from "../layers/spectral-normalization.ts";
import { melSpectrogramLayer } from "../layers/spectrograms.ts";
import { stftSpectrogramLayer } from "../layers/spectrograms.ts";
import { timeDistributedLayer } from "../layers/time-distributed.ts";
/** Every Keras layer class that this package translates. */
export const layers: readonly TfjsLayer[] = [
  activationLayers,
  ...functionLayers,
  reluLayer,
  preluLayer,
  softmaxLayer,
  additiveAttentionLayer,
  multiHeadAttentionLayer,
  groupedQueryAttentionLayer,
  attentionLayer,
  bidirectionalLayer,
  discretizationLayer,
  hashingLayer,
  ...lookupLayers,
  ...convLstmLayers,
  ...convLayers,
  ...depthwiseConvLayers,
  ...separableConvLayers,
  ...convTransposeLayers,
  denseLayer,
  einsumDenseLayer,
  embeddingLayer,
  ...reshapeOperations,
  ...transposeOperations,
  ...joiningOperations,
  splitOperation,
  unstackOperation,
  itemOperation,
  ...takeOperations,
  repeatOperation,
  tileOperation,
  broadcastOperation,
  padOperation,
  flipOperation,
  rollOperation,
  ...triangleOperations,
  ...softmaxOperations,
  ...activationOperations,
  geluOperation,
  ...composedOperations,
  normalizeOperation,
  oneHotOperation,
  ...poolOperations,
  ...adaptivePoolOperations,
  resizeOperation,
  ...elementwiseOperations,
  ...unaryOperations,
  ...reductionOperations,
  ...varianceOperations,
  normOperation,
  ...searchOperations,
  ...cumulativeOperations,
  topKOperation,
  clipOperation,
  ...castOperations,
  whereOperation,
  ...identityOperations,
  einsumOperation,
  ...matmulOperations,
  maskingLayer,
  ...mergeLayers,
  concatenateLayer,
  dotLayer,
  batchNormalizationLayer,
  layerNormalizationLayer,
  rmsNormalizationLayer,
  groupNormalizationLayer,
  unitNormalizationLayer,
  normalizationLayer,
  ...poolingLayers,
  ...globalPoolingLayers,
  ...adaptivePoolingLayers,
  rescalingLayer,
  resizingLayer,
  centerCropLayer,
  randomCropLayer,
  ...randomSizeLayers,
  ...augmentationLayers,
  categoryEncodingLayer,
  ...recurrentLayers,
  rnnLayer,
  ...dropoutLayers,
  ...trainingLayers,
  layerScaleLayer,
  customScaleLayer,
  flattenLayer,
  reshapeLayer,
  permuteLayer,
  repeatVectorLayer,
  ...zeroPaddingLayers,
  ...croppingLayers,
  ...upSamplingLayers,
  spectralNormalizationLayer,
  melSpectrogramLayer,
  stftSpectrogramLayer,
  timeDistributedLayer,
];
