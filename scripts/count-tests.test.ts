import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

describe("count-tests", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "count-tests-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const count = (status: number, report?: object): string => {
    const file = join(folder, "report.json");
    if (report !== undefined) writeFileSync(file, JSON.stringify(report));
    return execFileSync(process.execPath, [join(import.meta.dirname, "count-tests.mjs"), file, String(status)], {
      encoding: "utf8",
    }).trim();
  };

  it("counts tests", () => {
    expect(count(0, { numPassedTests: 12, numFailedTests: 0, testResults: [] })).toBe("12 0");
  });

  it("counts a file that failed before its first test", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
    ];
    expect(count(1, { numPassedTests: 12, numFailedTests: 1, testResults })).toBe("12 2");
  });

  it("counts a run that failed without a failed test, or without a report, as one failure", () => {
    expect(count(1, { numPassedTests: 12, numFailedTests: 0, testResults: [] })).toBe("12 1");
    rmSync(join(folder, "report.json"));
    expect(count(1)).toBe("0 1");
  });
});
