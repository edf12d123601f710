import { type Report, type ReportLayer, sumFigures, UNKNOWN } from "@modelgauge/core";
import { codeCell } from "../escape.ts";
import { type FigureColumn, figureCell, layerTotals } from "../figure-columns.ts";
import { left, right, table } from "../table.ts";

/** How deep the tree of modules is shown. */
const DEPTH = 3;

/** A module, with every layer below it. */
interface Module {
  readonly path: readonly string[];
  readonly layers: ReportLayer[];
  readonly children: Map<string, Module>;
}

/**
 * What the modules of the network cost, each with all below it; inner modules of one layer are left to the table of layers. undefined
 * where the source tells of no modules.
 */
export function modules(report: Report): string | undefined {
  const root: Module = { path: [], layers: [], children: new Map() };
  for (const layer of report.layers) place(root, layer);
  if (root.children.size === 0) return undefined;
  const columns = layerTotals(report);
  const whole = [
    "(whole network)",
    String(report.layers.length),
    ...columns.map(({ metric, figure, unit }) => figureCell(report.totals[metric]?.[figure], unit)),
  ];
  const rows = [...root.children.values()].flatMap(shown).map((module) => row(module, columns));
  return table([left("module"), right("layers"), ...columns.map(({ column }) => column)], [whole, ...rows]);
}

function place(root: Module, layer: ReportLayer): void {
  let module = root;
  for (const name of layer.path.slice(0, DEPTH)) {
    const child: Module = module.children.get(name) ?? { path: [...module.path, name], layers: [], children: new Map() };
    module.children.set(name, child);
    child.layers.push(layer);
    module = child;
  }
}

function shown(module: Module): Module[] {
  if (module.path.length > 1 && module.layers.length === 1) return [];
  return [module, ...[...module.children.values()].flatMap(shown)];
}

function row({ path, layers }: Module, columns: readonly FigureColumn[]): string[] {
  const sum = ({ metric, figure, unit }: FigureColumn): string =>
    figureCell(sumFigures(layers.map((layer) => layer.metrics[metric]?.[figure] ?? UNKNOWN)), unit);
  return [codeCell(path.join("/")), String(layers.length), ...columns.map(sum)];
}
