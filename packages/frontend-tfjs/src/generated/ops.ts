// Written by `pnpm generate`; edit what it is made from instead.
import type { TfjsOp } from "../op-translator.ts";
import { frameOps } from "../ops/control-flow.ts";
import { loopCondOp } from "../ops/control-flow.ts";
import { switchOp } from "../ops/control-flow.ts";
import { mergeOp } from "../ops/control-flow.ts";
import { ifOps } from "../ops/control-flow.ts";
import { whileOps } from "../ops/control-flow.ts";
import { callOps } from "../ops/control-flow.ts";
import { convOps } from "../ops/convolution.ts";
import { conv1dOp } from "../ops/convolution.ts";
import { fusedConvOp } from "../ops/convolution.ts";
import { depthwiseOps } from "../ops/convolution.ts";
import { fusedDepthwiseOp } from "../ops/convolution.ts";
import { convTransposeOps } from "../ops/convolution.ts";
import { dilationOp } from "../ops/convolution.ts";
import { poolingOps } from "../ops/convolution.ts";
import { argmaxPoolOp } from "../ops/convolution.ts";
import { fillOp } from "../ops/creation.ts";
import { constantOps } from "../ops/creation.ts";
import { constantLikeOps } from "../ops/creation.ts";
import { randomOps } from "../ops/creation.ts";
import { randomUniformIntOp } from "../ops/creation.ts";
import { multinomialOp } from "../ops/creation.ts";
import { rangeOp } from "../ops/creation.ts";
import { linSpaceOp } from "../ops/creation.ts";
import { oneHotOp } from "../ops/creation.ts";
import { createForestOp } from "../ops/decision-forest.ts";
import { loadForestOp } from "../ops/decision-forest.ts";
import { forestInferenceOp } from "../ops/decision-forest.ts";
import { binaryOps } from "../ops/elementwise.ts";
import { addNOp } from "../ops/elementwise.ts";
import { biasAddOp } from "../ops/elementwise.ts";
import { unaryOps } from "../ops/elementwise.ts";
import { erfcOp } from "../ops/elementwise.ts";
import { clipByValueOp } from "../ops/elementwise.ts";
import { preluOp } from "../ops/elementwise.ts";
import { complexOp } from "../ops/elementwise.ts";
import { complexPartOps } from "../ops/elementwise.ts";
import { castOp } from "../ops/elementwise.ts";
import { selectV2Op } from "../ops/elementwise.ts";
import { selectOp } from "../ops/elementwise.ts";
import { fakeQuantOp } from "../ops/elementwise.ts";
import { hashTableOps } from "../ops/hash-table.ts";
import { tableImportOps } from "../ops/hash-table.ts";
import { tableFindOps } from "../ops/hash-table.ts";
import { tableSizeOps } from "../ops/hash-table.ts";
import { identityOps } from "../ops/identity.ts";
import { printOp } from "../ops/identity.ts";
import { identityNOp } from "../ops/identity.ts";
import { shapeOps } from "../ops/identity.ts";
import { shapeNOp } from "../ops/identity.ts";
import { ensureShapeOp } from "../ops/identity.ts";
import { resizeOps } from "../ops/image.ts";
import { cropAndResizeOp } from "../ops/image.ts";
import { projectiveTransformOp } from "../ops/image.ts";
import { fusedBatchNormOps } from "../ops/normalisation.ts";
import { softmaxOps } from "../ops/normalisation.ts";
import { lrnOp } from "../ops/normalisation.ts";
import { matmulOps } from "../ops/product.ts";
import { fusedMatmulOp } from "../ops/product.ts";
import { einsumOp } from "../ops/product.ts";
import { transposeOp } from "../ops/product.ts";
import { matrixBandPartOp } from "../ops/product.ts";
import { reductionOps } from "../ops/reduction.ts";
import { argReductionOps } from "../ops/reduction.ts";
import { cumulativeOps } from "../ops/reduction.ts";
import { bincountOps } from "../ops/reduction.ts";
import { topKOp } from "../ops/reduction.ts";
import { nonMaxSuppressionOps } from "../ops/selection.ts";
import { paddedNonMaxSuppressionOp } from "../ops/selection.ts";
import { whereOp } from "../ops/selection.ts";
import { listDiffOp } from "../ops/selection.ts";
import { uniqueOps } from "../ops/selection.ts";
import { searchOps } from "../ops/selection.ts";
import { reshapeOp } from "../ops/shape.ts";
import { expandDimsOp } from "../ops/shape.ts";
import { squeezeOp } from "../ops/shape.ts";
import { broadcastToOp } from "../ops/shape.ts";
import { broadcastArgsOp } from "../ops/shape.ts";
import { depthToSpaceOps } from "../ops/shape.ts";
import { spaceToBatchOps } from "../ops/shape.ts";
import { padOps } from "../ops/shape.ts";
import { mirrorPadOp } from "../ops/shape.ts";
import { tileOp } from "../ops/shape.ts";
import { concatV2Op } from "../ops/slicing.ts";
import { concatOp } from "../ops/slicing.ts";
import { packOp } from "../ops/slicing.ts";
import { unpackOp } from "../ops/slicing.ts";
import { splitOp } from "../ops/slicing.ts";
import { splitVOp } from "../ops/slicing.ts";
import { sliceOp } from "../ops/slicing.ts";
import { stridedSliceOp } from "../ops/slicing.ts";
import { gatherOps } from "../ops/slicing.ts";
import { gatherNdOp } from "../ops/slicing.ts";
import { scatterNdOp } from "../ops/slicing.ts";
import { tensorScatterOp } from "../ops/slicing.ts";
import { sparseToDenseOp } from "../ops/slicing.ts";
import { reverseV2Op } from "../ops/slicing.ts";
import { reverseOp } from "../ops/slicing.ts";
import { sparseFillEmptyRowsOp } from "../ops/sparse.ts";
import { sparseReshapeOp } from "../ops/sparse.ts";
import { sparseSegmentOps } from "../ops/sparse.ts";
import { raggedGatherOp } from "../ops/sparse.ts";
import { raggedRangeOp } from "../ops/sparse.ts";
import { raggedToTensorOp } from "../ops/sparse.ts";
import { fftOps } from "../ops/spectral.ts";
import { rfftOp } from "../ops/spectral.ts";
import { irfftOp } from "../ops/spectral.ts";
import { regexReplaceOp } from "../ops/string.ts";
import { stringNGramsOp } from "../ops/string.ts";
import { stringSplitOp } from "../ops/string.ts";
import { hashBucketOp } from "../ops/string.ts";
import { tensorArrayOp } from "../ops/tensor-array.ts";
import { arrayWriteOp } from "../ops/tensor-array.ts";
import { arrayReadOp } from "../ops/tensor-array.ts";
import { arrayGatherOp } from "../ops/tensor-array.ts";
import { arrayScatterOp } from "../ops/tensor-array.ts";
import { arraySplitOp } from "../ops/tensor-array.ts";
import { arrayConcatOp } from "../ops/tensor-array.ts";
import { arraySizeOp } from "../ops/tensor-array.ts";
import { arrayCloseOp } from "../ops/tensor-array.ts";
import { emptyListOp } from "../ops/tensor-list.ts";
import { reserveListOp } from "../ops/tensor-list.ts";
import { listFromTensorOp } from "../ops/tensor-list.ts";
import { scatterListOps } from "../ops/tensor-list.ts";
import { splitListOp } from "../ops/tensor-list.ts";
import { setItemOp } from "../ops/tensor-list.ts";
import { pushBackOp } from "../ops/tensor-list.ts";
import { popBackOp } from "../ops/tensor-list.ts";
import { resizeListOp } from "../ops/tensor-list.ts";
import { getItemOp } from "../ops/tensor-list.ts";
import { gatherListOp } from "../ops/tensor-list.ts";
import { stackListOp } from "../ops/tensor-list.ts";
import { concatListOps } from "../ops/tensor-list.ts";
import { listLengthOp } from "../ops/tensor-list.ts";
/** Every TensorFlow operation that this package translates. */
export const ops: readonly TfjsOp[] = [
  ...frameOps,
  loopCondOp,
  switchOp,
  mergeOp,
  ...ifOps,
  ...whileOps,
  ...callOps,
  ...convOps,
  conv1dOp,
  fusedConvOp,
  ...depthwiseOps,
  fusedDepthwiseOp,
  ...convTransposeOps,
  dilationOp,
  ...poolingOps,
  argmaxPoolOp,
  fillOp,
  ...constantOps,
  ...constantLikeOps,
  ...randomOps,
  randomUniformIntOp,
  multinomialOp,
  rangeOp,
  linSpaceOp,
  oneHotOp,
  createForestOp,
  loadForestOp,
  forestInferenceOp,
  ...binaryOps,
  addNOp,
  biasAddOp,
  ...unaryOps,
  erfcOp,
  clipByValueOp,
  preluOp,
  complexOp,
  ...complexPartOps,
  castOp,
  selectV2Op,
  selectOp,
  fakeQuantOp,
  ...hashTableOps,
  ...tableImportOps,
  ...tableFindOps,
  ...tableSizeOps,
  ...identityOps,
  printOp,
  identityNOp,
  ...shapeOps,
  shapeNOp,
  ensureShapeOp,
  ...resizeOps,
  cropAndResizeOp,
  projectiveTransformOp,
  ...fusedBatchNormOps,
  ...softmaxOps,
  lrnOp,
  ...matmulOps,
  fusedMatmulOp,
  einsumOp,
  transposeOp,
  matrixBandPartOp,
  ...reductionOps,
  ...argReductionOps,
  ...cumulativeOps,
  ...bincountOps,
  topKOp,
  ...nonMaxSuppressionOps,
  paddedNonMaxSuppressionOp,
  whereOp,
  listDiffOp,
  ...uniqueOps,
  ...searchOps,
  reshapeOp,
  expandDimsOp,
  squeezeOp,
  broadcastToOp,
  broadcastArgsOp,
  ...depthToSpaceOps,
  ...spaceToBatchOps,
  ...padOps,
  mirrorPadOp,
  tileOp,
  concatV2Op,
  concatOp,
  packOp,
  unpackOp,
  splitOp,
  splitVOp,
  sliceOp,
  stridedSliceOp,
  ...gatherOps,
  gatherNdOp,
  scatterNdOp,
  tensorScatterOp,
  sparseToDenseOp,
  reverseV2Op,
  reverseOp,
  sparseFillEmptyRowsOp,
  sparseReshapeOp,
  ...sparseSegmentOps,
  raggedGatherOp,
  raggedRangeOp,
  raggedToTensorOp,
  ...fftOps,
  rfftOp,
  irfftOp,
  regexReplaceOp,
  stringNGramsOp,
  stringSplitOp,
  hashBucketOp,
  tensorArrayOp,
  arrayWriteOp,
  arrayReadOp,
  arrayGatherOp,
  arrayScatterOp,
  arraySplitOp,
  arrayConcatOp,
  arraySizeOp,
  arrayCloseOp,
  emptyListOp,
  reserveListOp,
  listFromTensorOp,
  ...scatterListOps,
  splitListOp,
  setItemOp,
  pushBackOp,
  popBackOp,
  resizeListOp,
  getItemOp,
  gatherListOp,
  stackListOp,
  ...concatListOps,
  listLengthOp,
];
