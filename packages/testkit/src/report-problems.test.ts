import type { Report } from "@modelgauge/core";
import { expect, it } from "vitest";
import { figureProblems, tableProblems } from "./report-problems.ts";
import { sampleReport } from "./sample-report.ts";

it("the sample report has no problems", () => {
  expect(figureProblems(sampleReport)).toEqual([]);
  expect(tableProblems(sampleReport)).toEqual([]);
});

it("a figure that is below 0, no number, or known and unknown at once is found wherever it stands", () => {
  const [device] = sampleReport.hardware;
  const spoiled: Report = {
    ...sampleReport,
    totals: { macs: { total: { value: -1, unit: "MAC", status: "exact" } } },
    hardware: [{ ...device!, totals: { latency: { roofline: { value: NaN, unit: "s", status: "exact" } } } }],
    tables: {
      macs: { rows: { title: "Rows", columns: [{ name: "a", description: "a" }], rows: [[{ value: null, status: "exact" }], []] } },
    },
  };
  expect(figureProblems(spoiled)).toEqual([
    "totals.macs.total is -1, exact",
    "tables.macs.rows[0][0] is null, exact",
    "hardware[0].totals.latency.roofline is NaN, exact",
  ]);
  expect(tableProblems(spoiled)).toEqual(["a row of macs.rows has not 1 cells"]);
});
