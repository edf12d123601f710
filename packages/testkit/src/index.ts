export { ALEXNET_FIGURES, alexNet } from "./alexnet.ts";
export { type DescribedOutcome, describeLayer } from "./describe-layer.ts";
export { described } from "./described.ts";
export { type LayerTypeCase, layerTypeSuite } from "./layer-type/layer-type-suite.ts";
export { analyzeTestModel, buildTestModel, layerOf, NetworkBuilder, type TestLayer, testModel, type TestParts } from "./network.ts";
export { sampleReport } from "./sample-report.ts";
export type { TestInput, TestInputs } from "./test-tensors.ts";
export { float32, int64, int64Values, tensor, type TestTensor } from "./types.ts";
