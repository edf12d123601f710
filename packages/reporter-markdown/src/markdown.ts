import { defineReporter, type Report, type Reporter } from "@modelgauge/core";
import { code } from "./escape.ts";
import { conventions } from "./sections/conventions.ts";
import { coverage } from "./sections/coverage.ts";
import { diagnostics } from "./sections/diagnostics.ts";
import { hardware } from "./sections/hardware.ts";
import { inputsAndOutputs } from "./sections/inputs-and-outputs.ts";
import { layers } from "./sections/layers.ts";
import { modules } from "./sections/modules.ts";
import { summary } from "./sections/summary.ts";
import { tables } from "./sections/tables.ts";

/** The report as GitHub Markdown, for people. */
export const markdown: Reporter = defineReporter({ id: "markdown", mediaType: "text/markdown", render });

function render(report: Report): string {
  const sections = [
    heading(report),
    summary(report),
    tables(report.tables),
    section("Inputs and outputs", inputsAndOutputs(report)),
    ...report.hardware.map((device) => hardware(report, device)),
    section("Modules", modules(report)),
    section("Layers", layers(report)),
    section("Coverage", coverage(report)),
    section("Conventions", conventions(report)),
    section("Diagnostics", diagnostics(report.diagnostics)),
  ];
  return `${sections.filter((text) => text !== undefined).join("\n\n")}\n`;
}

function heading({ model, generator, coverage: { layers, described }, diagnostics: all }: Report): string {
  const warnings = all.filter(({ severity }) => severity === "warning").length;
  const lines = [
    `# ${code(model.source)}`,
    "",
    `What the network ${code(model.name)} (format ${code(model.format)}) costs, by ${generator.name} ${generator.version}.`,
  ];
  const others = layers - described;
  if (others > 0)
    lines.push("", `**${others} of ${layers} layers ${others === 1 ? "is" : "are"} not described: see [Coverage](#coverage).**`);
  if (warnings > 0) lines.push("", `**${warnings === 1 ? "1 warning" : `${warnings} warnings`}: see [Diagnostics](#diagnostics).**`);
  return lines.join("\n");
}

function section(title: string, content: string | undefined): string | undefined {
  return content === undefined ? undefined : `## ${title}\n\n${content}`;
}
