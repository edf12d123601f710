import { check, type DType, product, type Shape, type StoredTensor, VALUES_LIMIT } from "@modelgauge/core";
import { dtypeOf } from "./proto/data-types.ts";
import type { SparseTensorProto, TensorProto } from "./proto/model-proto.ts";
import { checkPayload } from "./proto/payload.ts";
import { tensorValues } from "./proto/tensor-values.ts";
import type { Claim } from "./claim.ts";
import { storedRole } from "./roles.ts";
import type { OnnxNode } from "./onnx-node.ts";

/** The largest weight whose values are kept, in elements: shape arithmetic may pass through a small one, never through a large one. */
const WEIGHT_VALUES_LIMIT = 64;

/** Whether the values of a constant of so many elements are to be read. */
type Keeps = (elements: number) => boolean;

const KEEPS_EACH: Keeps = (elements) => elements <= VALUES_LIMIT;

/**
 * A tensor that the file stores.
 *
 * @param name the name that nodes give it, where that is not its own
 * @throws ModelGaugeError `invalid-layer` when dtype or dims are none; `onnx-malformed` where it holds more or fewer elements than these say
 */
export function storedTensor(
  tensor: TensorProto,
  claim: Claim | undefined,
  name: string = tensor.name,
  keeps: Keeps = KEEPS_EACH,
): StoredTensor {
  const dtype = dtypeOf(tensor.dataType);
  check(dtype !== undefined, `tensor "${name}" has data type ${tensor.dataType}, which is none`);
  const shape = sizes(name, tensor.dims);
  if (tensor.dataLocation !== 1) checkPayload(tensor);
  return typedTensor(name, dtype, shape, claim, keeps, () => tensorValues(tensor));
}

/** A sparse tensor that the file stores: it counts as its nonzero values. */
export function sparseTensor(
  { values, dims }: SparseTensorProto,
  claim: Claim | undefined,
  name: string = values?.name ?? "",
): StoredTensor {
  check(values !== undefined, `sparse tensor "${name}" has no values`);
  const dtype = dtypeOf(values.dataType);
  check(dtype !== undefined, `sparse tensor "${name}" has data type ${values.dataType}, which is none`);
  return { name, dtype, shape: sizes(name, dims), role: storedRole(claim, dtype, product(sizes(name, dims))) };
}

/**
 * The tensor of a Constant node, in whichever attribute it stands. Trained only where its elements differ: exporters fill in scales of
 * ones and shifts of zeros that the network does not have.
 *
 * @param isLiteral whether it is a literal of the program, unless a reader takes it for a weight
 * @throws ModelGaugeError `invalid-layer` when the node has no value
 */
export function constantTensor(node: OnnxNode, name: string, claim: Claim | undefined, isLiteral: boolean, keeps: Keeps): StoredTensor {
  const tensor = node.tensor("value");
  if (tensor !== undefined)
    return storedTensor(tensor, isFilled(tensor) ? "setting" : claimOfNode(claim, isLiteral, tensor.dims), name, keeps);
  const typed = (dtype: DType, shape: Shape, values: readonly (number | string)[]): StoredTensor =>
    typedTensor(name, dtype, shape, "setting", keeps, () => values);
  const scalar = (dtype: DType, value: number | string | undefined): StoredTensor | undefined =>
    value === undefined ? undefined : typed(dtype, [], [value]);
  const list = (dtype: DType, values: readonly (number | string)[] | undefined): StoredTensor | undefined =>
    values && typed(dtype, [values.length], values);
  const sparse = node.sparseTensor("sparse_value");
  const found =
    scalar("float32", node.float("value_float")) ??
    scalar("int64", node.int("value_int")) ??
    scalar("string", node.string("value_string")) ??
    list("float32", node.floats("value_floats")) ??
    list("int64", node.ints("value_ints")) ??
    list("string", node.strings("value_strings")) ??
    (sparse && sparseTensor(sparse, claimOfNode(claim, isLiteral, sparse.dims), name));
  check(found !== undefined, "has no value");
  return found;
}

/** A literal that a product multiplies is a weight if it is a matrix; a vector is a sequence of positions, or frequencies. */
function claimOfNode(claim: Claim | undefined, isLiteral: boolean, dims: TensorProto["dims"]): Claim | undefined {
  const isMatrix = dims.filter((size) => size > 1).length > 1;
  return isLiteral && (claim === "tensor" || (claim === "factor" && !isMatrix)) ? "setting" : claim;
}

function isFilled(tensor: TensorProto): boolean {
  const elements = product(tensor.dims.map(Number));
  const values = elements > 1 && elements <= VALUES_LIMIT ? tensorValues(tensor) : undefined;
  return values !== undefined && values.every((value) => value === values[0]);
}

function typedTensor(
  name: string,
  dtype: DType,
  shape: Shape,
  claim: Claim | undefined,
  keeps: Keeps,
  values: () => StoredTensor["values"],
): StoredTensor {
  const elements = product(shape);
  const role = storedRole(claim, dtype, elements);
  const isWanted = keeps(elements) && (role === "constant" || elements <= WEIGHT_VALUES_LIMIT);
  return { name, dtype, shape, role, values: isWanted ? values() : undefined };
}

function sizes(name: string, dims: TensorProto["dims"]): Shape {
  check(
    dims.every((dim) => dim >= 0),
    `tensor "${name}" has a negative size`,
  );
  return dims.map(Number);
}
