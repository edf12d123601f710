import type { Figure, Report, ReportHardware, ReportTotal, Table } from "@modelgauge/core";
import { sampleReport } from "@modelgauge/testkit";

const figure = (value: number): Figure => ({ value, status: "exact" });

/** One layer on a device. */
export interface DeviceLayer {
  readonly name: string;
  /** Absent where it has no operations. */
  readonly intensity?: number;
  readonly performance?: number;
  readonly seconds: number;
  readonly bound?: "compute" | "memory";
}

/** A device of 100 operations and 10 bytes a second in float32, unless its roofs are others. */
export function deviceWith(
  layers: readonly DeviceLayer[],
  roofs: Table["rows"] = [["float32", figure(100), "DDR", figure(10)]],
): ReportHardware {
  const seconds = (of: (layer: DeviceLayer) => boolean): ReportTotal => ({
    ...figure(layers.filter(of).reduce((sum, layer) => sum + layer.seconds, 0)),
    unit: "s",
  });
  return {
    id: "acme-npu",
    name: "Acme NPU",
    totals: {
      latency: {
        roofline: seconds(() => true),
        "compute-bound": seconds(({ bound }) => bound === "compute"),
        "memory-bound": seconds(({ bound }) => bound === "memory"),
      },
    },
    layers: layers.map(({ name, intensity, performance, seconds, bound }) => ({
      name,
      metrics: {
        latency: {
          intensity: figure(intensity ?? 0),
          ...(performance !== undefined && { performance: figure(performance) }),
          roofline: figure(seconds),
          ...(bound !== undefined && { bound }),
        },
      },
    })),
    tables: {
      latency: { roofs: { title: "Roofs", columns: [], rows: roofs } },
    },
  };
}

/** A tensor that is alive. */
export interface LiveTensor {
  readonly name: string;
  readonly bytes: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** A report of layers of these names, with a memory timeline. */
export function timelineOf(layers: readonly string[], tensors: readonly LiveTensor[]): Report {
  const [layer] = sampleReport.layers;
  return {
    ...sampleReport,
    layers: layers.map((name) => ({ ...layer!, name })),
    totals: { "model-size": { total: { value: 4000, unit: "bytes", status: "exact" } } },
    tables: {
      activations: {
        live: { title: "Live", columns: [], rows: tensors.map(({ name, bytes, from, to }) => [name, figure(bytes), from, to]) },
      },
    },
  };
}
