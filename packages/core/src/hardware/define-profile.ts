import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { DTYPES, isDType } from "../ir/dtype.ts";
import { OPERATION_KINDS } from "../ir/work.ts";
import { type HardwareProfile, profileFigures } from "./profile.ts";

/** Answers what is wrong with a value, or nothing. */
type Rule = (value: unknown, path: string) => string | undefined;

const text: Rule = (value, path) => (typeof value === "string" && value.length > 0 ? undefined : `\`${path}\` must be a text`);
const flag: Rule = (value, path) => (typeof value === "boolean" ? undefined : `\`${path}\` must be true or false`);
const kebabCase: Rule = (value, path) =>
  typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? undefined : `\`${path}\` must be kebab-case`;
const count: Rule = (value, path) =>
  Number.isInteger(value) && (value as number) > 0 ? undefined : `\`${path}\` must be a whole number above 0`;

function positive(unit: string): Rule {
  return (value, path) =>
    typeof value === "number" && Number.isFinite(value) && value > 0 ? undefined : `\`${path}\` must be ${unit} above 0`;
}

const joules: Rule = (value, path) => (value === 0 ? undefined : positive("joules")(value, path));

function oneOf(...words: readonly string[]): Rule {
  return (value, path) =>
    words.includes(value as string) ? undefined : `\`${path}\` must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function listOf(item: Rule, what: string): Rule {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0) return `\`${path}\` must list ${what}`;
    return firstProblem(value.map((each, index) => () => item(each, `${path}[${index}]`)));
  };
}

function mapOf(isKey: (key: string) => boolean, keyKind: string, item: Rule, mayBeEmpty = false): Rule {
  return (value, path) => {
    if (!isObject(value)) return `\`${path}\` must be an object`;
    const entries = Object.entries(value);
    if (entries.length === 0 && !mayBeEmpty) return `\`${path}\` names no ${keyKind}`;
    return firstProblem(
      entries.map(
        ([key, each]) =>
          () =>
            isKey(key) ? item(each, `${path}.${key}`) : `\`${path}.${key}\` names no ${keyKind}`,
      ),
    );
  };
}

function objectOf(required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule {
  return (value, path) => {
    if (!isObject(value)) return path === "" ? "is no object" : `\`${path}\` must be an object`;
    const within = (name: string): string => (path === "" ? name : `${path}.${name}`);
    return firstProblem([
      ...Object.keys(required).map((name) => () => (Object.hasOwn(value, name) ? undefined : `\`${within(name)}\` is missing`)),
      ...Object.entries(value).map(([name, each]) => () => {
        const rule = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
        return rule === undefined ? `\`${within(name)}\` is no member of a profile` : rule(each, within(name));
      }),
    ]);
  };
}

const rates = mapOf(isDType, "dtype", positive("operations per second"));
const anyName = (): boolean => true;

const profileRule = objectOf(
  {
    id: kebabCase,
    name: text,
    category: kebabCase,
    peak: rates,
    memory: listOf(
      objectOf(
        {
          level: (value, path) =>
            typeof value === "string" && /^[^.]+$/.test(value) ? undefined : `\`${path}\` must be a name without dots`,
        },
        {
          capacity: positive("bytes"),
          count,
          bandwidth: positive("bytes per second"),
          onChip: flag,
          holds: oneOf("weights", "activations"),
        },
      ),
      "the levels of memory",
    ),
    sources: listOf(
      objectOf(
        { figures: listOf(text, "the figures that it stands for"), document: text, evidence: oneOf("found", "recalled", "derived") },
        {
          url: (value, path) => (typeof value === "string" && /^https?:\/\/\S+$/.test(value) ? undefined : `\`${path}\` must be a URL`),
          note: text,
        },
      ),
      "where the figures come from",
    ),
  },
  {
    $schema: text,
    vendor: text,
    year: count,
    sparsePeak: rates,
    otherPeaks: mapOf(anyName, "mode", positive("operations per second")),
    clock: positive("hertz"),
    power: objectOf({}, { tdp: positive("watts") }),
    processNode: positive("nanometres"),
    energy: objectOf({
      operations: mapOf(
        (kind) => (OPERATION_KINDS as readonly string[]).includes(kind),
        "kind of operation",
        mapOf(isDType, "dtype", positive("joules")),
      ),
      perBit: mapOf(anyName, "level of memory", joules, true),
    }),
    notes: text,
  },
);

/**
 * Declares a device; contribute it to HARDWARE.
 *
 * @param data what a profile's JSON file holds
 * @throws ModelGaugeError `invalid-profile` naming the member that is missing, wrong or unknown, or the figure that has no source
 */
export function defineHardwareProfile(data: unknown): HardwareProfile {
  const problem = profileRule(data, "") ?? contradiction(data as HardwareProfile);
  if (problem !== undefined) {
    const id = isObject(data) && typeof data["id"] === "string" ? data["id"] : "(no id)";
    const hint = problem.endsWith("names no dtype") ? { hint: `the dtypes are ${DTYPES.join(", ")}` } : {};
    throw new ModelGaugeError({ code: "invalid-profile", message: `hardware profile "${id}": ${problem}`, ...hint });
  }
  return data as HardwareProfile;
}

/** What no rule for one member can see. */
function contradiction(profile: HardwareProfile): string | undefined {
  const names = profile.memory.map(({ level }) => level);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `two levels of memory are called "${twice}"`;
  const stranger = Object.keys(profile.energy?.perBit ?? {}).find((name) => !names.includes(name));
  if (stranger !== undefined) return `\`energy.perBit.${stranger}\` names no level of \`memory\``;
  const sources = profile.sources.flatMap((source, index) => source.figures.map((path) => ({ path, source, index })));
  for (const { path, source, index } of sources) {
    if (source.evidence === "found" && source.url === undefined)
      return `\`sources[${index}].url\` is missing: what was found was found somewhere`;
    if (sources.some((other) => other.index !== index && other.path === path)) return `two sources stand for \`${path}\``;
  }
  const figures = [...profileFigures(profile).keys()];
  const covers = (path: string, figure: string): boolean => figure === path || figure.startsWith(`${path}.`);
  const empty = sources.find(({ path }) => !figures.some((figure) => covers(path, figure)));
  if (empty !== undefined) return `\`sources[${empty.index}]\` stands for \`${empty.path}\`, which is no figure of the profile`;
  const bare = figures.find((figure) => !sources.some(({ path }) => covers(path, figure)));
  return bare === undefined ? undefined : `no source stands for \`${bare}\`: a figure without a source may not ship`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstProblem(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const problem = check();
    if (problem !== undefined) return problem;
  }
  return undefined;
}
