export { type DescribedOutcome, describeLayer, type TestInput } from "./describe-layer.ts";
export { float32, int64, int64Values, tensor, type TestTensor } from "./types.ts";
