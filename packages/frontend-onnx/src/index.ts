import { contribute, definePlugin, FRONTENDS, type Plugin } from "@modelgauge/core";
import { onnxFrontend } from "./frontend.ts";
import { operators } from "./generated/operators.ts";
import { ONNX_OPERATORS } from "./operator.ts";

export { onnxFrontend } from "./frontend.ts";
export { OnnxNode } from "./onnx-node.ts";
export {
  type AddOptions,
  type BodyOptions,
  defineOnnxOperator,
  defineOnnxOperators,
  type InputKind,
  type InputKinds,
  ONNX_OPERATORS,
  type OnnxContext,
  type OnnxOperator,
  type OnnxOperatorDefinition,
  type OnnxOperatorsDefinition,
  type OperandsOf,
  type StepOptions,
  type UndescribedOptions,
} from "./operator.ts";

const plugin: Plugin = definePlugin(
  "@modelgauge/frontend-onnx",
  contribute(FRONTENDS, ({ all }) => onnxFrontend(all(ONNX_OPERATORS))),
  contribute(ONNX_OPERATORS, ...operators),
);

export default plugin;
