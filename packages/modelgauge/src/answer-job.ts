import type { Gauge } from "@modelgauge/host";
import { jsonLine } from "@modelgauge/reporter-json";
import { analyzeFile } from "./analyze-file.ts";
import { resolveDevices } from "./devices.ts";
import { errorAnswer } from "./error-line.ts";
import { fault, parseJob } from "./job.ts";
import type { InputLine } from "./read-lines.ts";

/** The answer to one line of jobs. */
export interface Answer {
  /** A JSON object on one line. */
  readonly text: string;
  /** Whether it is a report without warnings. */
  readonly clean: boolean;
}

/** Answers a line with the report or the error of its job; never throws. */
export async function answerLine(gauge: Gauge, { number, text }: InputLine): Promise<Answer> {
  const job = text === undefined ? { id: null, error: fault("the line is too long") } : parseJob(text);
  try {
    if ("error" in job) throw job.error;
    const { id, model, hardware = [], ...options } = job;
    const report = await analyzeFile(gauge, model, { ...options, hardware: await resolveDevices(hardware) });
    return { text: jsonLine({ id, ...report }), clean: report.diagnostics.every(({ severity }) => severity !== "warning") };
  } catch (error) {
    const answer = errorAnswer(error);
    const message = job.id === null ? `line ${number}: ${answer.message}` : answer.message;
    return { text: JSON.stringify({ id: job.id, error: { ...answer, message } }), clean: false };
  }
}
