export { check } from "./error/check.ts";
export type { Diagnostic } from "./error/diagnostic.ts";
export { type ErrorDetails, ModelGaugeError } from "./error/model-gauge-error.ts";
export { printable } from "./error/printable.ts";

export { bitsOf, bytesOf, type DType, DTYPES, isDType, isFloat, isFloatingPoint, isInteger } from "./ir/dtype.ts";
export { broadcast, formatShape, product, resolveAxis, sameShape, type Shape } from "./ir/shape.ts";
export { sameType } from "./ir/same-type.ts";
export { combine, combineAll, reverse, type Status } from "./ir/status.ts";
export {
  formatType,
  isTensorType,
  type MapType,
  type OptionalType,
  type SequenceType,
  type TensorType,
  tensorTypes,
  type ValueType,
} from "./ir/value-type.ts";
export { isStatic, type Role, type Scalar, type Tensor, type Values } from "./ir/tensor.ts";
export { addWork, isNoWork, OPERATION_KINDS, type OperationKind, scaleWork, TRANSCENDENTAL_KINDS, type Work } from "./ir/work.ts";
export type { Alias, Description, OutputType, Traffic } from "./ir/description.ts";
export type { Body, Graph, Layer, Origin } from "./ir/graph.ts";
export { macsOf, type MatrixProduct } from "./ir/matrix-product.ts";

export { type AttributeSchema, issuePath, type SchemaIssue, type SchemaResult } from "./describe/attribute-schema.ts";
export { bindInputs } from "./describe/bind-inputs.ts";
export { type Bindings, formatPrecision, type InputOverride, type LayerPrecision, type Precision } from "./describe/bindings.ts";
export type { DeclaredDim, DeclaredInput, StoredTensor } from "./describe/declared.ts";
export { type BuildRecord, GraphBuilder, startGraph } from "./describe/graph-builder.ts";
export { dependencyOrder, type DependencyOrder } from "./describe/dependency-order.ts";
export { areBounds } from "./describe/known-bounds.ts";
export { Operand, operandOf } from "./describe/operand.ts";
export type { LayerRequest, UndescribedLayerRequest } from "./describe/layer-request.ts";
export { LAYER_LIMIT, VALUES_LIMIT } from "./describe/limits.ts";
export {
  type AttributesOf,
  defineLayerType,
  type DescribeContext,
  type InputsOf,
  type InputTensor,
  type InputValue,
  type LayerType,
  type Port,
  type Ports,
  type Shorthand,
  type WeightType,
} from "./describe/layer-type.ts";

export {
  type Convention,
  exact,
  type Figure,
  figure,
  type FigureType,
  maxFigure,
  scaleFigure,
  sumFigures,
  UNKNOWN,
} from "./metric/figure.ts";
export { computeDType } from "./metric/compute-dtype.ts";
export { largestFigure } from "./metric/largest-figure.ts";
export { measureTensors } from "./metric/measure-tensors.ts";
export type { Table, TableCell, TableColumn, Tables } from "./metric/table.ts";
export { bytesIn, elementsIn } from "./metric/tensor-size.ts";
export { isFolded, layerTraffic, type LayerTraffic } from "./metric/traffic.ts";
export { everyLayer, type Figures, foldGraph } from "./metric/fold.ts";
export {
  type Analysis,
  defineLayerMetric,
  defineMetric,
  defineMetricOverride,
  type DescribedLayer,
  type HardwareMetric,
  type LayerCount,
  type LayerMetric,
  type Measurement,
  type Metric,
  type MetricOverride,
  type ModelMetric,
} from "./metric/metric.ts";

export { unverifiedFigures } from "./hardware/unverified-figures.ts";
export { defineHardwareProfile, profileProblem, type ProfileProblem } from "./hardware/define-profile.ts";
export { WORK_CLASSES, type WorkClass } from "./hardware/work-class.ts";
export {
  type Efficiency,
  type EnergyFigures,
  type Evidence,
  type HardwareProfile,
  type MemoryLevel,
  profileFigures,
  type ProfileSource,
  sourceOf,
} from "./hardware/profile.ts";

export { type AnalysisParts, analyzeModel } from "./analysis/analyze.ts";
export { buildModel, type BuiltModel } from "./analysis/build-model.ts";
export type { Model, WeightInspection } from "./analysis/model.ts";
export type {
  Coverage,
  Report,
  ReportBody,
  ReportHardware,
  ReportLayer,
  ReportTotal,
  ReportValue,
  ReportWeight,
} from "./analysis/report.ts";
export { VERSION } from "./analysis/version.ts";

export {
  contribute,
  type Contributed,
  type Contribution,
  defineExtensionPoint,
  definePlugin,
  type ExtensionPoint,
  type Extensions,
  type Plugin,
} from "./plugin/extension-point.ts";
export { defineFrontend, type Frontend } from "./plugin/frontend.ts";
export { FRONTENDS, HARDWARE, LAYER_TYPES, METRIC_OVERRIDES, METRICS, REPORTERS } from "./plugin/points.ts";
export { defineReporter, type Reporter } from "./plugin/reporter.ts";

export { type BlobLike, blobSource, bytesSource, readAll, type Source } from "./source/source.ts";
