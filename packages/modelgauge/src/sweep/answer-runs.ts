import { ModelGaugeError, type Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import type { Gauge, OpenModel } from "@modelgauge/host";
import { errorAnswer, locatedError } from "../error-line.ts";
import { type SweepLine, sweptTotals } from "./sweep-line.ts";
import type { SweepRun } from "./sweep-plan.ts";

/** The sweep that runs belong to. */
export interface WholeSweep {
  readonly id: string;
  readonly count: number;
}

/** Answers runs, each with its line; a model that several in a row need is opened once. What fails is told in the answer. */
export class RunAnswers {
  readonly #gauge: Gauge;
  readonly #whole: WholeSweep;
  #opened: { readonly path: string; readonly model: Promise<OpenModel> } | undefined;

  constructor(gauge: Gauge, whole: WholeSweep) {
    this.#gauge = gauge;
    this.#whole = whole;
  }

  async answer(run: SweepRun): Promise<SweepLine> {
    const { model, dims, precision, device } = run;
    const told = { sweep: this.#whole.id, run: run.run, of: this.#whole.count, model, dims, precision, device: device?.id ?? null };
    try {
      return { ...told, ...(await this.#totals(run)) };
    } catch (error) {
      return { ...told, error: errorAnswer(locatedError(model, error)) };
    }
  }

  async #totals({ path, dims, inputs, precision, device }: SweepRun): Promise<Pick<SweepLine, "totals" | "hardware">> {
    if (this.#opened?.path !== path) this.#opened = { path, model: open(this.#gauge, path) };
    const model = await this.#opened.model;
    const report = model.analyze({ dims, inputs, precision, hardware: device === undefined ? [] : [device] });
    checkDims(report);
    return sweptTotals(report);
  }
}

async function open(gauge: Gauge, path: string): Promise<OpenModel> {
  await using source = await fileSource(path);
  return await gauge.open(source);
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
