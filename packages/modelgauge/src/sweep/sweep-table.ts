import { formatPrecision, printable } from "@modelgauge/core";
import { readable } from "@modelgauge/reporter-markdown";
import { markdownTable } from "markdown-table";
import { curvesOf, fits, latencyOf, measureOf, throughputOf } from "./sweep-curves.ts";
import type { SweepLine } from "./sweep-line.ts";

/** A sweep as a Markdown table, a row a run; the knee of each curve and the largest size that fits the memory are marked. */
export function sweepTable(lines: readonly SweepLine[]): string {
  const measure = measureOf(lines);
  const dims = [...new Set(lines.flatMap((line) => Object.keys(line.dims)))];
  const marks = new Map<SweepLine, string[]>();
  for (const { dim, lines: points, knee, memoryLimit } of curvesOf(lines)) {
    for (const point of points) {
      const size = point.dims[dim];
      marks.set(point, [
        ...(size === knee ? ["knee"] : []),
        ...(size === memoryLimit ? ["memory limit"] : []),
        ...(fits(point) === false ? ["does not fit"] : []),
      ]);
    }
  }
  const headings = [
    "model",
    "precision",
    "device",
    ...dims,
    "MACs",
    measure === "estimate" ? "latency, estimate" : "latency, lower bound",
    measure === "estimate" ? "throughput, estimate" : "throughput, upper bound",
    "energy of a sample",
    "memory",
    "",
  ];
  const rows = lines.map((line) => {
    const { model, precision, device, totals, hardware, error } = line;
    const shown = (value: number | null | undefined, unit: string): string =>
      value === undefined || value === null ? "" : readable(value, unit);
    return [
      cell(model),
      cell(formatPrecision(precision)),
      cell(device ?? ""),
      ...dims.map((name) => String(line.dims[name] ?? "")),
      shown(totals?.["macs"]?.["total"]?.value, "MAC"),
      shown(latencyOf(line, measure), "s"),
      shown(throughputOf(line, measure), "samples/s"),
      shown(hardware?.["energy"]?.["per-sample"]?.value, "J"),
      shown(hardware?.["fit"]?.["required"]?.value, "bytes"),
      error === undefined ? (marks.get(line) ?? []).join(", ") : cell(error.message),
    ];
  });
  const align = headings.map((heading, index) => (index < 3 || heading === "" ? "l" : "r"));
  return `${markdownTable([headings, ...rows], { align })}\n`;
}

/** Strangers' text in a cell. */
function cell(text: string): string {
  return printable(text, 80).replaceAll(/[\\|<>`*_[\]]/g, "\\$&");
}
