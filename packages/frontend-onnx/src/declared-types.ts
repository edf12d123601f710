import type { DeclaredDim, DeclaredInput, GraphBuilder, ValueType } from "@modelgauge/core";
import { dtypeOf } from "./proto/data-types.ts";
import type { TensorTypeProto, TypeProto, ValueInfoProto } from "./proto/model-proto.ts";

/** Gives the number of a named dim, if it has one. */
export type DimLookup = (name: string) => number | undefined;

/** What a file declares of a model's input. */
export function declaredInput({ name, type }: ValueInfoProto, hasDefault: boolean): DeclaredInput {
  const optional = hasDefault ? { hasDefault } : {};
  const tensor = type?.tensorType ?? type?.sparseTensorType;
  if (tensor === undefined) return { name, type: type && declaredType(type, () => undefined), ...optional };
  return { name, dtype: dtypeOf(tensor.elemType), shape: declaredDims(tensor), ...optional };
}

/**
 * The type of an input that is a sequence, an optional or a map, for `DeclaredInput.type`. A named dim of what it holds that nothing binds
 * becomes 1, with a diagnostic, as those of tensors do.
 */
export function boundType({ name, type }: ValueInfoProto, builder: GraphBuilder): ValueType | undefined {
  return (
    type &&
    declaredType(type, (dim) => {
      if (builder.dim(dim) === undefined) {
        builder.diagnose({
          severity: "info",
          code: "unbound-dim",
          message: `dim "${dim}" of what input "${name}" holds is not bound: taken as 1`,
        });
      }
      return builder.bindDim(dim, 1);
    })
  );
}

function declaredDims({ shape }: TensorTypeProto): readonly DeclaredDim[] | undefined {
  return shape?.dim.map(({ dimValue, dimParam }) => {
    if (dimValue !== undefined && dimValue >= 0) return Number(dimValue);
    return dimParam === "" ? undefined : dimParam;
  });
}

/** The type that a file declares of a value; undefined where that leaves a dim or the element type open. */
export function declaredType(type: TypeProto, dims: DimLookup): ValueType | undefined {
  const tensor = type.tensorType ?? type.sparseTensorType;
  if (tensor !== undefined) {
    const dtype = dtypeOf(tensor.elemType);
    const shape = declaredDims(tensor)?.map((dim) => (typeof dim === "string" ? dims(dim) : dim));
    return dtype === undefined || shape === undefined || shape.includes(undefined) ? undefined : { dtype, shape: shape as number[] };
  }
  const element = (inner: TypeProto | undefined): { readonly element?: ValueType } => {
    const known = inner && declaredType(inner, dims);
    return known === undefined ? {} : { element: known };
  };
  if (type.sequenceType !== undefined) return { kind: "sequence", ...element(type.sequenceType.elemType) };
  if (type.optionalType !== undefined) return { kind: "optional", ...element(type.optionalType.elemType) };
  if (type.mapType !== undefined) {
    const key = dtypeOf(type.mapType.keyType);
    const value = type.mapType.valueType && mapValueType(type.mapType.valueType, dims);
    return key === undefined ? undefined : { kind: "map", key, ...(value !== undefined && { value }) };
  }
  return undefined;
}

/** The values of a map are single elements where no shape is told. */
function mapValueType(type: TypeProto, dims: DimLookup): ValueType | undefined {
  const dtype = type.tensorType?.shape === undefined ? dtypeOf(type.tensorType?.elemType ?? 0) : undefined;
  return dtype === undefined ? declaredType(type, dims) : { dtype, shape: [] };
}
