export { ALEXNET_FIGURES, alexNet } from "./alexnet.ts";
export { type DescribedOutcome, describeLayer, type TestInput } from "./describe-layer.ts";
export { described } from "./described.ts";
export { analyzeTestModel, buildTestModel, layerOf, NetworkBuilder, type TestLayer, testModel, type TestParts } from "./network.ts";
export { sampleReport } from "./sample-report.ts";
export { float32, int64, int64Values, tensor, type TestTensor } from "./types.ts";
