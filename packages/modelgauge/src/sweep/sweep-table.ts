import { type Figure, formatPrecision, printable } from "@modelgauge/core";
import { formatFigure } from "@modelgauge/reporter-markdown";
import { markdownTable } from "markdown-table";
import { curvesOf, fits, latencyOf, throughputOf } from "./sweep-curves.ts";
import type { SweepLine } from "./sweep-line.ts";

/** A column of figures. */
interface Column {
  readonly heading: string;
  readonly unit: string;
  readonly figureOf: (line: SweepLine) => Figure | undefined;
}

const COLUMNS: readonly Column[] = [
  { heading: "MACs", unit: "MAC", figureOf: ({ totals }) => totals?.["macs"]?.["total"] },
  { heading: "latency, lower bound", unit: "s", figureOf: (line) => latencyOf(line, "bound") },
  { heading: "latency, estimate", unit: "s", figureOf: (line) => latencyOf(line, "estimate") },
  { heading: "throughput, upper bound", unit: "samples/s", figureOf: (line) => throughputOf(line, "bound") },
  { heading: "throughput, estimate", unit: "samples/s", figureOf: (line) => throughputOf(line, "estimate") },
  { heading: "energy of a sample", unit: "J", figureOf: ({ hardware }) => hardware?.["energy"]?.["per-sample"] },
  { heading: "memory", unit: "bytes", figureOf: ({ hardware }) => hardware?.["fit"]?.["required"] },
];

/** A sweep as a Markdown table, a row a run; the knee of each curve and the largest size that fits the memory are marked. */
export function sweepTable(lines: readonly SweepLine[]): string {
  const dims = [...new Set(lines.flatMap((line) => Object.keys(line.dims)))];
  const columns = COLUMNS.filter(({ figureOf }) => lines.some((line) => figureOf(line) !== undefined));
  const marks = marksOf(lines);
  const headings = ["model", "precision", "device", ...dims, ...columns.map(({ heading }) => heading), ""];
  const rows = lines.map((line) => [
    cell(line.model),
    cell(formatPrecision(line.precision), 300),
    cell(line.device ?? ""),
    ...dims.map((name) => String(line.dims[name] ?? "")),
    ...columns.map(({ figureOf, unit }) => {
      const figure = figureOf(line);
      return figure === undefined ? "" : formatFigure(figure, unit);
    }),
    line.error === undefined ? (marks.get(line) ?? []).join(", ") : cell(line.error.message, 300),
  ]);
  const align = headings.map((heading, index) => (index < 3 || heading === "" ? "l" : "r"));
  return `${markdownTable([headings, ...rows], { align })}\n`;
}

function marksOf(lines: readonly SweepLine[]): ReadonlyMap<SweepLine, readonly string[]> {
  const marks = new Map<SweepLine, readonly string[]>();
  for (const { dim, lines: points, knee, memoryLimit } of curvesOf(lines)) {
    for (const point of points) {
      const size = point.dims[dim];
      marks.set(point, [...(size === knee ? ["knee"] : []), ...(size === memoryLimit ? ["memory limit"] : [])]);
    }
  }
  for (const line of lines) if (fits(line) === false) marks.set(line, [...(marks.get(line) ?? []), "does not fit"]);
  return marks;
}

/** Strangers' text in a cell. */
function cell(text: string, limit = 80): string {
  return printable(text, limit).replaceAll(/[\\|<>`*_[\]]/g, "\\$&");
}
