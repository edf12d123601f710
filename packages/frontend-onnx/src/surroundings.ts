import type { GraphBuilder, ValueType } from "@modelgauge/core";
import { declaredType } from "./declared-types.ts";
import type { FunctionTable } from "./function-table.ts";
import type { OnnxOperator } from "./operator.ts";
import type { AttributeProto, TensorProto, ValueInfoProto } from "./proto/model-proto.ts";
import type { RoleClaims } from "./roles.ts";
import type { Scope } from "./scope.ts";

/** What holds for all nodes of a model. */
export interface ModelTables {
  readonly operators: ReadonlyMap<string, OnnxOperator>;
  readonly functions: FunctionTable;
  readonly claims: RoleClaims;
  /** Whether Constant nodes hold what the program spells out, because what is trained stands in initializers. */
  readonly holdsLiterals: boolean;
  /** Elements that are not zero, of tensors whose values were read. */
  readonly nonzero: ReadonlyMap<TensorProto, number>;
}

/** Where nodes stand: in the main graph, in a graph inside a node, or in a function that a node calls. */
export interface Surroundings {
  readonly tables: ModelTables;
  readonly builder: GraphBuilder;
  readonly scope: Scope;
  /** Domain → version of the operator set. */
  readonly versions: ReadonlyMap<string, number>;
  /** Attributes of the function's call; undefined outside functions. */
  readonly call: ReadonlyMap<string, AttributeProto> | undefined;
  /** What the names of layers and tensors of a function's body begin with: the name of the node that calls it. */
  readonly prefix: string;
  /** Names that the caller gives to a function's outputs. */
  readonly outputNames: ReadonlyMap<string, string>;
  readonly path: readonly string[];
  /** Types that the file declares, by name. */
  readonly declared: ReadonlyMap<string, ValueInfoProto>;
}

/** The name under which a report shows a value. */
export function outputName(name: string, { outputNames, prefix }: Surroundings): string {
  return outputNames.get(name) ?? prefix + name;
}

/** The type that the file declares of a value, if its dims are known. */
export function declaredOf(name: string, { declared, builder }: Surroundings): ValueType | undefined {
  const type = declared.get(name)?.type;
  return type && declaredType(type, (dim) => builder.dim(dim));
}
