import { type HardwareProfile, printable, profileFigures, type ProfileSource, sourceOf } from "@modelgauge/core";
import { Argument, Command } from "commander";
import { type CommandFactory, defineCommand } from "../command.ts";
import { write } from "../io.ts";
import { type GaugeSources, loadGauge, withGaugeOptions } from "../load-gauge.ts";
import { usageError } from "../usage-error.ts";

/** `modelgauge hardware list | show <id>`: the devices that there are, and what is known of one, with sources. */
export const hardware: CommandFactory = defineCommand(({ io }) =>
  withGaugeOptions(
    new Command("hardware")
      .summary("list devices, or show what is known of one")
      .description("Lists the devices that networks are timed on, those of plugins too, or shows every figure of one with its source.")
      .addArgument(new Argument("<what>", "list, or show").choices(["list", "show"]))
      .argument("[device]", "of show: a profile's id, or a JSON file"),
  )
    .addHelpText(
      "after",
      `
Examples:
  modelgauge hardware list
  modelgauge hardware show nvidia-t4
  modelgauge hardware show ./npu.json`,
    )
    .action(async (what: string, device: string | undefined, sources: GaugeSources) => {
      const gauge = await loadGauge(sources);
      if (what === "list") {
        if (device !== undefined) throw usageError("hardware list takes no device");
        return write(io.stdout, await listed(gauge.hardware));
      }
      if (device === undefined) throw usageError("hardware show takes a device: its id, or a JSON file");
      const { resolveDevices } = await import("../devices.ts");
      const [named] = await resolveDevices([device]);
      await write(io.stdout, await shown(gauge.profile(named!)));
    }),
);

const LISTED = ["float32", "float16", "bfloat16", "int8"] as const;

async function listed(profiles: readonly HardwareProfile[]): Promise<string> {
  const [{ markdownTable }, { readable }] = await Promise.all([import("markdown-table"), import("@modelgauge/reporter-markdown")]);
  const rate = (value: number | undefined, unit: string): string => (value === undefined ? "" : readable(value, unit));
  const rows = profiles
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, category, peak, memory }) => [
      `\`${id}\``,
      shownText(name),
      category,
      ...LISTED.map((dtype) => rate(peak[dtype], "OP/s")),
      rate(memory.find((level) => level.onChip !== true)?.bandwidth, "bytes/s"),
    ]);
  const headings = ["device", "name", "category", ...LISTED.map((dtype) => `peak ${dtype}`), "memory bandwidth"];
  const align = headings.map((_, index) => (index < 3 ? "l" : "r"));
  return `${markdownTable([headings, ...rows], { align })}\n\n${profiles.length} devices\n`;
}

async function shown(profile: HardwareProfile): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  const used: ProfileSource[] = [];
  const figures = [...profileFigures(profile)].map(([path, value]) => {
    const source = sourceOf(profile, path);
    if (source === undefined) return [shownText(path), String(value), "", ""];
    if (!used.includes(source)) used.push(source);
    const evidence = source.evidence === "recalled" ? "recalled, unverified" : source.evidence;
    return [shownText(path), String(value), evidence, `[${used.indexOf(source) + 1}]`];
  });
  const levels = profile.memory.map(({ level, holds, onChip, count = 1 }) => [
    shownText(level),
    holds ?? "weights and activations",
    onChip === true ? "on the chip" : "",
    String(count),
  ]);
  const sources = used.map(({ document, url, note }, index) => `[${index + 1}] ${[document, url, note].flatMap(text).join("; ")}`);
  return [
    `# ${shownText(profile.name)} (\`${profile.id}\`)`,
    "",
    `${[profile.vendor, profile.category, profile.year].flatMap(text).join(", ")}. Operations per second (1 MAC = 2 operations), bytes, bytes per second, Hz, W, nm, J.`,
    "",
    markdownTable([["figure", "value", "evidence", "source"], ...figures], { align: ["l", "r", "l", "l"] }),
    "",
    markdownTable([["memory", "holds", "", "instances"], ...levels], { align: ["l", "l", "l", "r"] }),
    "",
    ...sources,
    ...(profile.notes === undefined ? [] : ["", shownText(profile.notes)]),
    "",
  ].join("\n");
}

/** A stranger's text on a terminal. */
function shownText(stranger: string): string {
  return printable(stranger, 500);
}

function text(part: string | number | undefined): readonly string[] {
  return part === undefined ? [] : [shownText(String(part))];
}
