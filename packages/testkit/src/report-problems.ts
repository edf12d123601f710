import type { Figure, Report, ReportLayer, Tables } from "@modelgauge/core";

type Metrics = Readonly<Record<string, Readonly<Record<string, Figure | string>>>>;

/** Every figure of a report with where it stands: `totals.macs.total`, `layers[0].macs.total`, `hardware[0].totals.latency.roofline`. */
export function figuresIn(report: Report): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const add = (place: string, metrics: Metrics): void => {
    for (const [metric, figures] of Object.entries(metrics)) {
      for (const [name, figure] of Object.entries(figures)) if (typeof figure !== "string") found.set(`${place}.${metric}.${name}`, figure);
    }
  };
  const addLayers = (place: string, layers: readonly ReportLayer[]): void => {
    layers.forEach(({ metrics, bodies = [] }, index) => {
      add(`${place}[${index}]`, metrics);
      bodies.forEach((body, inner) => addLayers(`${place}[${index}].bodies[${inner}]`, body.layers));
    });
  };
  const addTables = (place: string, tables: Readonly<Record<string, Tables>>): void => {
    for (const [metric, named] of Object.entries(tables)) {
      for (const [name, { rows }] of Object.entries(named)) {
        rows.forEach((row, at) =>
          row.forEach((cell, column) => {
            if (typeof cell === "object" && cell !== null) found.set(`${place}.${metric}.${name}[${at}][${column}]`, cell);
          }),
        );
      }
    }
  };
  add("totals", report.totals);
  addLayers("layers", report.layers);
  addTables("tables", report.tables);
  report.hardware.forEach(({ totals, layers, tables }, index) => {
    add(`hardware[${index}].totals`, totals);
    layers.forEach(({ metrics }, at) => add(`hardware[${index}].layers[${at}]`, metrics));
    addTables(`hardware[${index}].tables`, tables);
  });
  return found;
}

/** Figures that say what no figure may: a number that is none, one below 0 outside a table, a number that is unknown. */
export function figureProblems(report: Report): readonly string[] {
  return [...figuresIn(report)].flatMap(([place, { value, status }]) => {
    const least = place.includes("tables.") ? -Infinity : 0;
    const wrong = value === null ? status !== "unknown" : status === "unknown" || !Number.isFinite(value) || value < least;
    return wrong ? [`${place} is ${value}, ${status}`] : [];
  });
}

/** Rows of tables that have more or fewer cells than there are columns. */
export function tableProblems(report: Report): readonly string[] {
  const all = [report.tables, ...report.hardware.map(({ tables }) => tables)];
  return all.flatMap((tables) =>
    Object.entries(tables).flatMap(([metric, named]) =>
      Object.entries(named).flatMap(([name, { columns, rows }]) =>
        rows.every((row) => row.length === columns.length) ? [] : [`a row of ${metric}.${name} has not ${columns.length} cells`],
      ),
    ),
  );
}
