import type { HardwareProfile, ProfileSource } from "@modelgauge/core";
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

async function listed(profiles: readonly HardwareProfile[]): Promise<string> {
  const [{ markdownTable }, { readable }] = await Promise.all([import("markdown-table"), import("@modelgauge/reporter-markdown")]);
  const rate = ({ peak }: HardwareProfile, dtype: "float32" | "float16" | "int8"): string =>
    peak[dtype] === undefined ? "" : readable(peak[dtype], "OP/s");
  const rows = profiles
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((profile) => {
      const bandwidth = profile.memory.find((level) => level.onChip !== true)?.bandwidth;
      return [
        `\`${profile.id}\``,
        profile.name,
        profile.category,
        rate(profile, "float32"),
        rate(profile, "float16"),
        rate(profile, "int8"),
        bandwidth === undefined ? "" : readable(bandwidth, "byte/s"),
      ];
    });
  const headings = ["device", "name", "category", "peak float32", "peak float16", "peak int8", "memory bandwidth"];
  return `${markdownTable([headings, ...rows], { align: ["l", "l", "l", "r", "r", "r", "r"] })}\n\n${profiles.length} devices\n`;
}

async function shown(profile: HardwareProfile): Promise<string> {
  const [{ markdownTable }, { profileFigures, sourceOf }] = await Promise.all([import("markdown-table"), import("@modelgauge/core")]);
  const used: ProfileSource[] = [];
  const rows = [...profileFigures(profile)].map(([path, value]) => {
    const source = sourceOf(profile, path);
    if (source === undefined) return [path, String(value), "", ""];
    if (!used.includes(source)) used.push(source);
    return [
      path,
      String(value),
      source.evidence === "recalled" ? "recalled, unverified" : source.evidence,
      `[${used.indexOf(source) + 1}]`,
    ];
  });
  const sources = used.map(({ document, url, note }, index) => `[${index + 1}] ${[document, url, note].filter(Boolean).join("; ")}`);
  return [
    `# ${profile.name} (\`${profile.id}\`)`,
    "",
    `${[profile.vendor, profile.category, profile.year].filter(Boolean).join(", ")}. Operations per second (1 MAC = 2 operations), bytes, bytes per second, Hz, W, nm, J.`,
    "",
    markdownTable([["figure", "value", "evidence", "source"], ...rows], { align: ["l", "r", "l", "l"] }),
    "",
    ...sources,
    "",
  ].join("\n");
}
