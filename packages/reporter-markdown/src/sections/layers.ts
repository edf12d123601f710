import type { Report, ReportLayer } from "@modelgauge/core";
import { codeCell } from "../escape.ts";
import { figureCell, layerTotals } from "../figure-columns.ts";
import { formatValue } from "../format-value.ts";
import { left, table } from "../table.ts";

/** Every layer in execution order; those of a body below the layer that runs it. */
export function layers(report: Report): string {
  const columns = layerTotals(report);
  const row = ({ layer, within }: PlacedLayer): string[] => [
    [...within, layer.name].map(codeCell).join(" › "),
    codeCell(layer.type),
    layer.outputs.map(formatValue).join(", "),
    ...columns.map(({ metric, figure, unit }) => figureCell(layer.metrics[metric]?.[figure], unit)),
  ];
  return table(
    [left("layer"), left("type"), left("output"), ...columns.map(({ column }) => column)],
    flattened(report.layers, []).map(row),
  );
}

interface PlacedLayer {
  readonly layer: ReportLayer;
  /** Names of the layers and bodies that hold it, outermost first. */
  readonly within: readonly string[];
}

function flattened(list: readonly ReportLayer[], within: readonly string[]): PlacedLayer[] {
  return list.flatMap((layer) => [
    { layer, within },
    ...(layer.bodies ?? []).flatMap((body) => flattened(body.layers, [...within, layer.name, body.name])),
  ]);
}
