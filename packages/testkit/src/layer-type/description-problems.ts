import {
  type Alias,
  type Description,
  isDType,
  isTensorType,
  macsOf,
  OPERATION_KINDS,
  product,
  type Status,
  type Tensor,
  type ValueType,
} from "@modelgauge/core";

const STATUSES: readonly (Status | undefined)[] = ["exact", "at-most", "at-least", "estimate", undefined];

/** What no description may say, whatever the layer; nothing where it is well-formed. */
export function descriptionProblems(description: Description, inputs: readonly (Tensor | undefined)[]): readonly string[] {
  const { outputs, work, products, compute, traffic = {}, aliases = [], status } = description;
  const problems = outputs.flatMap((output, index) => [
    ...typeProblems(output).map((problem) => `output ${index} ${problem}`),
    ...(STATUSES.includes(output.status) ? [] : [`output ${index} has the status "${output.status}"`]),
  ]);
  for (const [kind, count] of Object.entries(work)) {
    if (!(OPERATION_KINDS as readonly string[]).includes(kind)) problems.push(`work has the kind "${kind}"`);
    if (!isCount(count)) problems.push(`work.${kind} is ${count}`);
  }
  const macs = products?.reduce((sum, each) => sum + macsOf(each), 0);
  if (macs !== undefined && !alike(macs, work.mac ?? 0))
    problems.push(`its products of matrices have ${macs} multiply-accumulates, its work ${work.mac ?? 0}`);
  for (const [direction, bytes] of Object.entries(traffic)) {
    if (bytes !== undefined && !isCount(bytes)) problems.push(`traffic.${direction} is ${bytes}`);
  }
  if (compute !== undefined && !isDType(compute)) problems.push(`compute is "${String(compute)}"`);
  if (!STATUSES.includes(status)) problems.push(`its status is "${status}"`);
  return [...problems, ...aliases.flatMap((alias) => aliasProblem(alias, outputs, inputs) ?? [])];
}

function typeProblems(type: ValueType): readonly string[] {
  if (isTensorType(type)) {
    const wrong = type.shape.find((size) => !Number.isInteger(size) || size < 0);
    return [
      ...(isDType(type.dtype) ? [] : [`is of dtype "${String(type.dtype)}"`]),
      ...(wrong === undefined ? [] : [`has a dimension of size ${wrong}`]),
    ];
  }
  if (type.kind === "map") return type.value === undefined ? [] : typeProblems(type.value);
  const elements = type.kind === "sequence" ? [...(type.elements ?? []), type.element] : [type.element];
  return elements.flatMap((element) => (element === undefined ? [] : typeProblems(element)));
}

/** An alias needs no memory of its own: it has as many elements as what it is an alias of. */
function aliasProblem({ output, input, kind }: Alias, outputs: Description["outputs"], inputs: readonly (Tensor | undefined)[]) {
  const from = inputs[input]?.type;
  const to = outputs[output];
  const name = `alias ${output} of ${input}`;
  if (to === undefined) return `${name}: there is no output ${output}`;
  if (from === undefined) return `${name}: there is no input ${input}`;
  if (kind === "view" || !isTensorType(from) || !isTensorType(to)) return undefined;
  return alike(product(from.shape), product(to.shape)) ? undefined : `${name}: an output in place has as many elements as the input`;
}

function isCount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

/** Whether two counts are the same, as far as numbers beyond 2^53 can be. */
function alike(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(a, b);
}
