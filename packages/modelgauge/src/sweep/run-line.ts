import { basename } from "node:path";
import { ModelGaugeError, type Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import type { Gauge, OpenModel } from "@modelgauge/host";
import { resolveDevices } from "../devices.ts";
import { errorAnswer, locatedError } from "../error-line.ts";
import { type SweepLine, sweptTotals } from "./sweep-line.ts";
import type { SweepRun } from "./sweep-runs.ts";

/** Answers runs one after another; a model that several runs in a row need is opened once. What fails is told in the answer. */
export function runLine(gauge: Gauge): (run: SweepRun) => Promise<Pick<SweepLine, "totals" | "hardware" | "error">> {
  let opened: { readonly path: string; readonly model: Promise<OpenModel> } | undefined;
  return async ({ model: path, dims, inputs, precision, device }) => {
    try {
      if (opened?.path !== path) opened = { path, model: open(gauge, path) };
      const hardware = await resolveDevices(device === undefined ? [] : [device]);
      const report = (await opened.model).analyze({ dims, inputs, precision, hardware });
      checkDims(report);
      return sweptTotals(report);
    } catch (error) {
      return { error: errorAnswer(locatedError(basename(path), error)) };
    }
  };
}

/** A sweep over a dim that a network does not have would tell the same again and again. */
function checkDims({ model, diagnostics }: Report): void {
  const unknown = diagnostics.find(({ code }) => code === "unknown-dim");
  if (unknown === undefined) return;
  const [input] = model.inputs;
  const shape = input !== undefined && "shape" in input ? input.shape.join("x") : "1x3x224x224";
  throw new ModelGaugeError({
    code: "unknown-dim",
    message: `${model.source}: ${unknown.message}`,
    hint: `--input names sizes that a file fixes: with a name for one of them in --input ${input?.name ?? "x"}=${shape}, --dim varies it`,
  });
}

async function open(gauge: Gauge, path: string): Promise<OpenModel> {
  await using source = await fileSource(path);
  return await gauge.open(source);
}
