import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import { markdownTable } from "markdown-table";
import { root } from "../workspace.ts";
import { type GeneratedFile, HEADER } from "./generated-file.ts";

const directory = "packages/models";

/** A file of `packages/models/networks`, as far as it is read here. */
interface NetworkFile {
  readonly id: string;
  readonly text: string;
  readonly name: string;
  readonly metadata: {
    readonly paper: string;
    readonly figures: { readonly params: number; readonly macs: number };
    readonly published?: { readonly document: string; readonly url: string };
    readonly differs?: string;
  };
}

/**
 * The library of known networks: an index that embeds the files, so that every bundler and runtime takes them, and the table of its README.
 */
export function networkLibrary(): GeneratedFile[] {
  const networks = globSync("networks/*.jsonc", { cwd: join(root, directory) })
    .toSorted()
    .map(readNetwork);
  return [networkIndex(networks), readme(networks)];
}

function readNetwork(file: string): NetworkFile {
  const text = readFileSync(join(root, directory, file), "utf8");
  const errors: ParseError[] = [];
  const document = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`${directory}/${file}: no JSON at offset ${errors[0]!.offset}`);
  return { id: basename(file, ".jsonc"), text, ...document };
}

function networkIndex(networks: readonly NetworkFile[]): GeneratedFile {
  const definitions = networks.map(({ id, name, metadata, text }) =>
    [
      `/** ${name}: ${metadata.paper} */`,
      `export const ${constantName(id)}: Network = /* @__PURE__ */ defineNetwork(${[id, name, metadata, text].map((value) => JSON.stringify(value)).join(", ")});`,
    ].join("\n"),
  );
  const text = [
    HEADER,
    'import { defineNetwork, type Network } from "../network.ts";',
    ...definitions,
    "/** Every network, by id. */",
    `export const networks: readonly Network[] = [${networks.map(({ id }) => constantName(id)).join(", ")}];`,
  ];
  return { path: `${directory}/src/generated/networks.ts`, text: text.join("\n\n") };
}

/** `vit-b-16` → `vitB16` */
function constantName(id: string): string {
  return id.replaceAll(/[-.]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const BEGIN = "<!-- Written by `pnpm generate`, from the files: -->\n\n";

function readme(networks: readonly NetworkFile[]): GeneratedFile {
  const path = `${directory}/README.md`;
  const [written] = readFileSync(join(root, path), "utf8").split(BEGIN);
  const table = markdownTable(
    [
      ["network", "import", "parameters", "MACs", "published by"],
      ...networks.map(({ id, name, metadata: { figures, published, differs } }) => [
        `[${name}](networks/${id}.jsonc)`,
        `\`${constantName(id)}\``,
        figures.params.toLocaleString("en-US"),
        figures.macs.toLocaleString("en-US"),
        published === undefined
          ? "nobody; counted by hand"
          : `[${published.document}](${published.url})${differs === undefined ? "" : "¹"}`,
      ]),
    ],
    { align: ["l", "l", "r", "r", "l"] },
  );
  const notes = networks.flatMap(({ name, metadata: { differs } }) => (differs === undefined ? [] : [`- ${name}: ${differs}`]));
  return { path, text: `${written}${BEGIN}${table}\n\n¹ The published figures are others:\n\n${notes.join("\n")}\n` };
}
