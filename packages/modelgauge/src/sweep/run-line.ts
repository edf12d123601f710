import { basename } from "node:path";
import { fileSource } from "@modelgauge/core/node";
import type { Gauge, OpenModel } from "@modelgauge/host";
import { resolveDevices } from "../devices.ts";
import { errorAnswer, locatedError } from "../error-line.ts";
import { type SweepLine, sweptTotals } from "./sweep-line.ts";
import type { SweepRun } from "./sweep-runs.ts";

/** Answers runs one after another; a model that several runs in a row need is opened once. What fails is told in the answer. */
export function runLine(gauge: Gauge): (run: SweepRun) => Promise<Pick<SweepLine, "totals" | "hardware" | "error">> {
  let opened: { readonly path: string; readonly model: Promise<OpenModel> } | undefined;
  return async ({ model: path, dims, precision, device }) => {
    try {
      if (opened?.path !== path) opened = { path, model: open(gauge, path) };
      const hardware = await resolveDevices(device === undefined ? [] : [device]);
      return sweptTotals((await opened.model).analyze({ dims, precision, hardware }));
    } catch (error) {
      return { error: errorAnswer(locatedError(basename(path), error)) };
    }
  };
}

async function open(gauge: Gauge, path: string): Promise<OpenModel> {
  await using source = await fileSource(path);
  return await gauge.open(source);
}
