import type { GraphBuilder, Tensor, Values } from "@modelgauge/core";
import type { WeightEntry } from "../artifacts/weight-manifest.ts";
import type { TfjsOp } from "../op-translator.ts";
import type { Claim, RoleClaims } from "./claims.ts";
import type { GraphFunction, GraphNode } from "./graph-def.ts";
import type { Handles } from "./handles.ts";
import type { Scope } from "./scope.ts";
import type { Trials } from "./trials.ts";

/** What holds for all nodes of a model. */
export interface GraphTables {
  readonly ops: ReadonlyMap<string, TfjsOp>;
  readonly functions: ReadonlyMap<string, GraphFunction>;
  readonly claims: RoleClaims;
  readonly entries: ReadonlyMap<string, WeightEntry>;
  /** Elements of the constants that were read. */
  readonly values: ReadonlyMap<string, Values>;
  /** Name of a stored constant → elements that are not zero, where that was looked into. */
  readonly nonzero: ReadonlyMap<string, number>;
  readonly handles: Handles;
  /** Name of a node → one more than the highest of its outputs that something reads. */
  readonly outputsRead: ReadonlyMap<string, number>;
  readonly trials: Trials;
  /** Constants, each made once. */
  readonly stored: Map<GraphNode, Tensor>;
}

/** Where nodes stand: in the main graph, or in a function that a node calls. */
export interface Surroundings {
  readonly tables: GraphTables;
  readonly builder: GraphBuilder;
  readonly scope: Scope;
  readonly claims: ReadonlyMap<string, Claim>;
  /** What the names of layers and tensors of a function's body begin with: the name of the node that calls it. */
  readonly prefix: string;
  readonly path: readonly string[];
  /** The functions around the nodes, outermost first. */
  readonly calls: readonly GraphFunction[];
}
