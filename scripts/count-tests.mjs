// Prints "<passed> <failed>" of a Vitest JSON report: count-tests.mjs <report.json> <exit status of the run>. Runs on any Node.
import { existsSync, readFileSync } from "node:fs";

const [file, status] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
const brokenFiles = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
const failed = report.numFailedTests + brokenFiles;
console.log(report.numPassedTests, failed === 0 && status !== "0" ? 1 : failed);
