import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { DTYPES, isDType } from "../ir/dtype.ts";
import { OPERATION_KINDS } from "../ir/work.ts";
import { type HardwareProfile, profileFigures } from "./profile.ts";
import { isWorkClass } from "./work-class.ts";

/** Where a member stands in a profile: names of members, and positions in lists. */
type Path = readonly (string | number)[];

/** What is wrong with a profile. */
export interface ProfileProblem {
  /** The member that is wrong; where one is missing, what it is missing from. */
  readonly path: Path;
  /** One clause that names the member. */
  readonly message: string;
  readonly hint?: string;
}

/** Answers what is wrong with a value, or nothing. */
type Rule = (value: unknown, path: Path) => ProfileProblem | undefined;

/** A rule for a value alone. */
function rule(holds: (value: unknown) => boolean, otherwise: string): Rule {
  return (value, path) => (holds(value) ? undefined : { path, message: `\`${shown(path)}\` ${otherwise}` });
}

const text = rule((value) => typeof value === "string" && value.length > 0, "must be a text");
const flag = rule((value) => typeof value === "boolean", "must be true or false");
const kebabCase = rule((value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), "must be kebab-case");
const count = rule((value) => Number.isInteger(value) && (value as number) > 0, "must be a whole number above 0");
const joules = rule((value) => isNumber(value) && value >= 0, "must be joules from 0");
const part = rule((value) => isNumber(value) && value > 0 && value <= 1, "must be above 0 and at most 1");
const relative = rule((value) => isNumber(value) && value >= 0, "must be a relative error from 0");

function positive(unit: string): Rule {
  return rule((value) => isNumber(value) && value > 0, `must be ${unit} above 0`);
}

function oneOf(...words: readonly string[]): Rule {
  return rule((value) => words.includes(value as string), `must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);
}

function listOf(item: Rule, what: string): Rule {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0) return { path, message: `\`${shown(path)}\` must list ${what}` };
    return firstProblem(value.map((each, index) => () => item(each, [...path, index])));
  };
}

function mapOf(isKey: (key: string) => boolean, keyKind: string, item: Rule, mayBeEmpty = false): Rule {
  return (value, path) => {
    if (!isObject(value)) return { path, message: `\`${shown(path)}\` must be an object` };
    const entries = Object.entries(value);
    if (entries.length === 0 && !mayBeEmpty) return { path, message: `\`${shown(path)}\` names no ${keyKind}` };
    return firstProblem(
      entries.map(([key, each]) => () => {
        const within = [...path, key];
        if (isKey(key)) return item(each, within);
        const hint = isKey === isDType && { hint: `the dtypes are ${DTYPES.join(", ")}` };
        return { path: within, message: `\`${shown(within)}\` names no ${keyKind}`, ...hint };
      }),
    );
  };
}

function objectOf(required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule {
  return (value, path) => {
    if (!isObject(value)) return { path, message: path.length === 0 ? "is no object" : `\`${shown(path)}\` must be an object` };
    return firstProblem([
      ...Object.keys(required).map(
        (name) => () => (Object.hasOwn(value, name) ? undefined : { path, message: `\`${shown([...path, name])}\` is missing` }),
      ),
      ...Object.entries(value).map(([name, each]) => () => {
        const within = [...path, name];
        const rule = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
        return rule === undefined ? { path: within, message: `\`${shown(within)}\` is no member of a profile` } : rule(each, within);
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
          level: rule((value) => typeof value === "string" && /^[^.]+$/.test(value), "must be a name without dots"),
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
          url: rule((value) => typeof value === "string" && /^https?:\/\/\S+$/.test(value), "must be a URL"),
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
    efficiencies: listOf(
      objectOf(
        {
          name: kebabCase,
          runtime: text,
          dtype: oneOf(...DTYPES),
          batch: count,
          compute: mapOf(isWorkClass, "class of work", part),
          memory: part,
          error: relative,
        },
        { launch: positive("seconds") },
      ),
      "the efficiencies that were measured",
    ),
    notes: text,
  },
);

/** What is wrong with a profile first, if anything: for tools that point at its place in a file. */
export function profileProblem(data: unknown): ProfileProblem | undefined {
  return profileRule(data, []) ?? contradiction(data as HardwareProfile);
}

/**
 * Declares a device; contribute it to HARDWARE.
 *
 * @param data what a profile's JSON file holds
 * @throws ModelGaugeError `invalid-profile` naming the member that is missing, wrong or unknown, or the figure that has no source
 */
export function defineHardwareProfile(data: unknown): HardwareProfile {
  const problem = profileProblem(data);
  if (problem !== undefined) {
    const id = isObject(data) && typeof data["id"] === "string" ? data["id"] : "(no id)";
    const { message, hint } = problem;
    throw new ModelGaugeError({ code: "invalid-profile", message: `hardware profile "${id}": ${message}`, ...(hint && { hint }) });
  }
  return data as HardwareProfile;
}

/** What no rule for one member can see. */
function contradiction(profile: HardwareProfile): ProfileProblem | undefined {
  const names = profile.memory.map(({ level }) => level);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) return { path: ["memory", twice, "level"], message: `two levels of memory are called "${names[twice]}"` };
  const stranger = Object.keys(profile.energy?.perBit ?? {}).find((name) => !names.includes(name));
  if (stranger !== undefined)
    return { path: ["energy", "perBit", stranger], message: `\`energy.perBit.${stranger}\` names no level of \`memory\`` };
  return contradictoryEfficiency(profile) ?? contradictorySource(profile);
}

function contradictoryEfficiency({ efficiencies = [], peak }: HardwareProfile): ProfileProblem | undefined {
  const names = efficiencies.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) return { path: ["efficiencies", twice, "name"], message: `two efficiencies are called "${names[twice]}"` };
  const alone = efficiencies.findIndex(({ dtype }) => peak[dtype] === undefined);
  return alone < 0
    ? undefined
    : { path: ["efficiencies", alone, "dtype"], message: `\`efficiencies[${alone}].dtype\` names a dtype that \`peak\` has no rate for` };
}

function contradictorySource(profile: HardwareProfile): ProfileProblem | undefined {
  const sources = profile.sources.flatMap((source, index) => source.figures.map((path, place) => ({ path, source, index, place })));
  for (const { path, source, index, place } of sources) {
    if (source.evidence === "found" && source.url === undefined)
      return { path: ["sources", index], message: `\`sources[${index}].url\` is missing: what was found was found somewhere` };
    if (sources.some((other) => other.index !== index && other.path === path))
      return { path: ["sources", index, "figures", place], message: `two sources stand for \`${path}\`` };
  }
  const figures = [...profileFigures(profile).keys()];
  const covers = (path: string, figure: string): boolean => figure === path || figure.startsWith(`${path}.`);
  const empty = sources.find(({ path }) => !figures.some((figure) => covers(path, figure)));
  if (empty !== undefined) {
    const { index, place, path } = empty;
    return {
      path: ["sources", index, "figures", place],
      message: `\`sources[${index}]\` stands for \`${path}\`, which is no figure of the profile`,
    };
  }
  const bare = figures.find((figure) => !sources.some(({ path }) => covers(path, figure)));
  return bare === undefined
    ? undefined
    : { path: ["sources"], message: `no source stands for \`${bare}\`: a figure without a source may not ship` };
}

/** `memory[0].bandwidth` */
function shown(path: Path): string {
  return path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`), "");
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstProblem(checks: readonly (() => ProfileProblem | undefined)[]): ProfileProblem | undefined {
  for (const check of checks) {
    const problem = check();
    if (problem !== undefined) return problem;
  }
  return undefined;
}
