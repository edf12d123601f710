import type { Report } from "@modelgauge/core";
import { reporterSuite, sampleReport } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { markdown } from "./markdown.ts";

/** Text of one section. */
function section(title: string, report: Report = sampleReport): string {
  const [, rest = ""] = markdown.render(report).split(`\n## ${title}\n\n`);
  return rest.split("\n\n## ")[0]!.trimEnd();
}

/** Cells of a table's rows, without the heading. */
function rows(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("the Markdown reporter", () => {
  it("tells the whole report", async () => {
    await expect(markdown.render(sampleReport)).toMatchFileSnapshot("../test/sample-report.md");
  });

  it("shows how far a number is to be trusted", () => {
    // 4,089,184,256 + at most 4 + at most 3, and what the undescribed layer does: neither bound holds
    expect(rows(markdown.render(sampleReport))[0]!.slice(0, 3)).toEqual(["MACs", "≈ 4.09 G", "≈ 4,089,184,263 MAC"]);
    const layer = (name: string): string[] => rows(section("Layers")).find(([first]) => first === `\`${name}\``)!;
    expect(layer("y")).toEqual(["`y`", "`described`", "float32 1×4", "4.09 G"]);
    expect(layer("some")).toEqual(["`some`", "`described`", "≤ float32 3", "3"]);
    expect(layer("mystery")).toEqual(["`mystery`", "`Mystery`", "unknown type", "unknown"]);
  });

  it("leaves out parts that are exactly zero, never a total", () => {
    const parts = { total: { value: 0, unit: "OP", status: "exact" }, float: { value: 0, unit: "OP", status: "exact" } } as const;
    const report = { ...sampleReport, totals: { ops: parts }, metrics: { ops: { title: "OPs", figures: {} } } };
    expect(rows(markdown.render(report).split("\n## ")[0]!)).toEqual([["OPs", "0", "0 OP", ""]]);
  });

  it("adds up modules with all that is below them, three deep", () => {
    const at = (...path: string[]): Report["layers"][number] => ({ ...sampleReport.layers[0]!, path });
    const layers = [at("a", "b", "c", "d"), at("a", "b", "c", "e"), at("a", "f"), at("g"), at()]; // a/f and what is below a/b/c are too small to tell
    const found = rows(section("Modules", { ...sampleReport, layers })).map(([name, count, macs]) => [name, count, macs]);
    expect(found).toEqual([
      ["(whole network)", "5", "≈ 4.09 G"],
      ["`a`", "3", "12.3 G"], // 3 · 4,089,184,256
      ["`a/b`", "2", "8.18 G"],
      ["`a/b/c`", "2", "8.18 G"],
      ["`g`", "1", "4.09 G"],
    ]);
  });

  it("has no section of what there is nothing of", () => {
    const bare: Report = {
      ...sampleReport,
      layers: [{ ...sampleReport.layers[0]!, path: [] }],
      hardware: [],
      diagnostics: [],
      conventions: {},
    };
    const titles = [...markdown.render(bare).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(["Inputs and outputs", "Layers", "Coverage"]);
    expect(markdown.render(bare)).not.toContain("warning");
  });

  it("shows the largest rows of long tables", () => {
    const columns = [
      { name: "tensor", description: "its name" },
      { name: "bytes", unit: "bytes", description: "its size" },
    ];
    const tableOf = (count: number, shown = columns): string => {
      const all = Array.from({ length: count }, (_, index) => [`x${index}`, { value: (index * 7) % count, status: "exact" as const }]);
      const table = { title: "Live tensors", columns: shown, rows: all };
      const text = markdown.render({ ...sampleReport, tables: { activations: { live: table } } });
      return text.split("### Live tensors")[1]!.split("\n## ")[0]!;
    };
    expect(rows(tableOf(40))).toHaveLength(40);
    const long = tableOf(41);
    expect(rows(long)).toHaveLength(20);
    expect(long).toContain("`x29`"); // 29 · 7 = 203 = 4 · 41 + 39
    expect(long).not.toContain("`x0`");
    expect(long).toContain("\n\nThe 20 with the largest bytes of 41 rows; the JSON report has all.");
    expect(tableOf(41, columns.slice(0, 1))).toContain("The first 20 of 41 rows");
  });

  it("counts what it does not list", () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ severity: "info" as const, code: "unbound-dim", message: `dim "${index}"` }));
    const warning = { severity: "warning" as const, code: "unknown-dim", message: "no such dim" };
    const lines = section("Diagnostics", { ...sampleReport, diagnostics: [...many, warning] }).split("\n");
    expect(lines[0]).toBe("- warning unknown-dim: `no such dim`");
    expect(lines[1]).toBe('- info unbound-dim: `dim "0"`');
    expect(lines).toHaveLength(1 + 20 + 1);
    expect(lines.at(-1)).toBe("- … and 5 more of unbound-dim");
  });
});

reporterSuite(markdown);
