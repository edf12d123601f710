import type { Precision } from "../describe/bindings.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import type { DType } from "../ir/dtype.ts";
import type { Origin } from "../ir/graph.ts";
import type { Shape } from "../ir/shape.ts";
import type { Status } from "../ir/status.ts";
import type { Role } from "../ir/tensor.ts";
import type { Figure, FigureType } from "../metric/figure.ts";
import type { Tables } from "../metric/table.ts";

/** A tensor, or a value of another kind, as a report names it. Numbers above 2^53 are rounded. */
export type ReportValue =
  | { readonly name: string; readonly dtype: DType; readonly shape: Shape; readonly status?: Status; readonly kind?: undefined }
  | { readonly name: string; readonly kind: "sequence" | "optional" | "map" | "unknown" };

/** A stored tensor that a layer holds. */
export type ReportWeight = ReportValue & { readonly role: Role };

/** A figure of the whole model. */
export interface ReportTotal extends Figure {
  readonly unit: string;
}

/** One layer of a report. */
export interface ReportLayer {
  readonly name: string;
  readonly type: string;
  readonly origin: Origin;
  readonly path: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly (string | null)[];
  readonly weights: readonly ReportWeight[];
  readonly outputs: readonly ReportValue[];
  /** metric → figure name → figure. A layer that holds bodies counts them. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly bodies?: readonly ReportBody[];
}

/** A graph that a layer runs. */
export interface ReportBody {
  readonly name: string;
  readonly runs: number;
  readonly status: Status;
  readonly alternative: boolean;
  readonly layers: readonly ReportLayer[];
}

/** What metrics say of the model on one device. */
export interface ReportHardware {
  readonly id: string;
  readonly name: string;
  readonly totals: Readonly<Record<string, Readonly<Record<string, ReportTotal>>>>;
  /** In the order of the report's layers; only layers of which a metric says something. Facts that are no figures are strings. */
  readonly layers: readonly {
    readonly name: string;
    readonly metrics: Readonly<Record<string, Readonly<Record<string, Figure | string>>>>;
  }[];
  /** metric → table name → table. */
  readonly tables: Readonly<Record<string, Tables>>;
}

/** The layers that nothing describes, by operator. */
export interface Coverage {
  /** Layers in all, those of bodies included. */
  readonly layers: number;
  readonly described: number;
  readonly undescribed: readonly { readonly operator: string; readonly layers: number }[];
}

/** Everything that is said of one model. Plain data, the same for the same input. */
export interface Report {
  readonly reportVersion: 1;
  readonly generator: { readonly name: string; readonly version: string };
  readonly model: {
    readonly name: string;
    readonly format: string;
    readonly source: string;
    readonly inputs: readonly ReportValue[];
    readonly outputs: readonly ReportValue[];
    /** Numbers that symbolic dims were given. */
    readonly bindings: Readonly<Record<string, number>>;
    /** The what-if precision, where the caller asked for one: the dtypes of the report are under it. */
    readonly precision?: Precision;
  };
  /** Number of the convention → what it says. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
  /** What each metric's figures are. */
  readonly metrics: Readonly<Record<string, { readonly title: string; readonly figures: Readonly<Record<string, FigureType>> }>>;
  /** metric → figure name → figure. */
  readonly totals: Readonly<Record<string, Readonly<Record<string, ReportTotal>>>>;
  readonly layers: readonly ReportLayer[];
  /** metric → table name → table. */
  readonly tables: Readonly<Record<string, Tables>>;
  readonly hardware: readonly ReportHardware[];
  readonly diagnostics: readonly Diagnostic[];
}
