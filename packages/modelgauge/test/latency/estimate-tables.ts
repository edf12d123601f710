import { type Efficiency, WORK_CLASSES } from "@modelgauge/core";
import { markdownTable } from "markdown-table";
import { median } from "./fit.ts";
import { profileOf } from "./measurements.ts";
import type { Setting, Validation } from "./settings.ts";

/** A setting, what was fitted to it, and how well. */
export interface Fitted {
  readonly setting: Setting;
  readonly efficiency: Efficiency;
  readonly validation: Validation;
}

/** Errors of estimates on what was left out of the fit, and the fitted efficiencies. */
export function estimateTables(fitted: readonly Fitted[]): string {
  return `${errorTable(fitted)}\n\n${efficiencyTable(fitted)}`;
}

function errorTable(fitted: readonly Fitted[]): string {
  const percent = (errors: readonly number[], summary: (sizes: readonly number[]) => number): string =>
    `${Math.round(100 * summary(errors.map(Math.abs)))} %`;
  const ninth = (sizes: readonly number[]): number => sizes.toSorted((a, b) => a - b)[Math.ceil(0.9 * sizes.length) - 1]!;
  const all = fitted.flatMap(({ validation }) => validation.byNetwork);
  const allByFamily = fitted.flatMap(({ validation }) => validation.byFamily);
  const rows = fitted.map(({ setting, validation: { byNetwork, byFamily } }) => [
    title(setting),
    String(byNetwork.length),
    ...figures(byNetwork, byFamily),
  ]);
  return markdownTable(
    [
      ["device and runtime", "networks", "network left out: median", "nine in ten", "family left out: median", "nine in ten"],
      ...rows,
      ["**all**", String(all.length), ...figures(all, allByFamily)],
    ],
    { align: ["l", "r", "r", "r", "r", "r"] },
  );

  function figures(byNetwork: readonly number[], byFamily: readonly number[]): string[] {
    return [percent(byNetwork, median), percent(byNetwork, ninth), percent(byFamily, median), percent(byFamily, ninth)];
  }
}

function efficiencyTable(fitted: readonly Fitted[]): string {
  const part = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(2));
  return markdownTable(
    [
      ["device and runtime", ...WORK_CLASSES, "memory", "launch"],
      ...fitted.map(({ setting, efficiency: { compute, memory, launch } }) => [
        title(setting),
        ...WORK_CLASSES.map((kind) => part(compute[kind])),
        part(memory),
        launch === undefined ? "" : `${(launch * 1e6).toPrecision(2)} µs`,
      ]),
    ],
    { align: ["l", ...WORK_CLASSES.map(() => "r"), "r", "r"] },
  );
}

function title({ device, runtime }: Setting): string {
  return `${profileOf(device).name}, ${runtime}`;
}
