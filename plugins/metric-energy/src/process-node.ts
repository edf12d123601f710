/** Published energies of operations in one process, in picojoules: family of dtypes, then bits. */
export interface ProcessNode {
  readonly nanometres: number;
  readonly source: string;
  readonly add: NodeFigures;
  readonly multiply: NodeFigures;
  /** One bit to or from a static memory of a megabyte. */
  readonly sramPerBit: number;
}

type NodeFigures = Readonly<Record<"integer" | "float" | "bfloat", Readonly<Record<number, number>>>>;

/** Both tables give an 8-byte access to 1 MB of SRAM: 100 pJ at 45 nm, 14 pJ at 7 nm. The older one knows no bfloat16: it is taken as float16. */
const PROCESS_NODES: readonly ProcessNode[] = [
  {
    nanometres: 45,
    source: "Horowitz, Computing's Energy Problem, ISSCC 2014",
    add: { integer: { 8: 0.03, 16: 0.05, 32: 0.1 }, float: { 16: 0.4, 32: 0.9 }, bfloat: { 16: 0.4 } },
    multiply: { integer: { 8: 0.2, 32: 3.1 }, float: { 16: 1.1, 32: 3.7 }, bfloat: { 16: 1.1 } },
    sramPerBit: 100 / 64,
  },
  {
    nanometres: 7,
    source: "Jouppi et al., Ten Lessons From Three Generations Shaped Google's TPUv4i, ISCA 2021, table 2 (recalled)",
    add: { integer: { 8: 0.007, 32: 0.03 }, float: { 16: 0.16, 32: 0.38 }, bfloat: { 16: 0.11 } },
    multiply: { integer: { 8: 0.07, 32: 1.48 }, float: { 16: 0.34, 32: 1.31 }, bfloat: { 16: 0.21 } },
    sramPerBit: 14 / 64,
  },
];

/** The table whose process is nearest, as a ratio; that of 45 nm where the process is not known. */
export function nodeFor(nanometres: number | undefined): ProcessNode {
  const distance = (node: ProcessNode): number => Math.abs(Math.log(node.nanometres / (nanometres ?? 45)));
  return PROCESS_NODES.toSorted((a, b) => distance(a) - distance(b))[0]!;
}
