import type { Tensor } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";
import { callKey, callOrder } from "./call-order.ts";
import { qualifiedName } from "./keras-layer.ts";
import type { Reference } from "./reference.ts";
import type { Call, Container } from "./topology.ts";
import { batchOf, declaredType, type KerasTables, translateLayer } from "./translate-layer.ts";

/** The most outputs that one call has. */
const OUTPUT_LIMIT = 10_000;

/**
 * Adds the layers of a model, in the order in which they run.
 *
 * @param inputs the tensors that the model is called with; for the outermost, those of the builder
 * @param suffix what tells the tensors of this call of the model from those of others; empty for the first
 * @returns its outputs
 * @throws ModelGaugeError where the topology contradicts itself
 */
export function walkContainer(
  container: Container,
  inputs: readonly (Tensor | undefined)[],
  tables: KerasTables,
  suffix: string,
): readonly (Tensor | undefined)[] {
  const values = new Map<string, readonly (Tensor | undefined)[]>();
  const given = inputTensors(container, inputs);
  const readers = outputsRead(container);
  const read = ({ layer, node, tensor }: Reference): Tensor | undefined => {
    const outputs = values.get(callKey(layer, node));
    if (outputs === undefined) throw malformed(`model ${quoted(container.name)} reads call ${node} of ${quoted(layer)}, which it has not`);
    return outputs[tensor];
  };
  for (const call of callOrder(container)) {
    const key = callKey(call.name, call.index);
    if (call.member.kind === "input") {
      values.set(key, [given.get(call.name)]);
      continue;
    }
    const readOutputs = readers.get(key) ?? [];
    const ofCall = call.index === 0 ? suffix : `${suffix}#${call.index + 1}`;
    values.set(key, runCall(call, readOutputs, read, tables, ofCall));
    repeatRuns(call, readOutputs.filter((output) => output !== undefined).length, tables, (ofRun) =>
      runCall(call, readOutputs, read, tables, ofCall + ofRun),
    );
  }
  return container.outputs.map(read);
}

function runCall(
  { member, arguments: { positional, named }, source }: Call,
  readOutputs: readonly (Reference | undefined)[],
  read: (reference: Reference) => Tensor | undefined,
  tables: KerasTables,
  suffix: string,
): readonly (Tensor | undefined)[] {
  const inputs = positional.map(read);
  if (member.kind === "container") return walkNested(member.container, inputs, tables, suffix);
  if (member.kind === "input") return inputs;
  return translateLayer(
    {
      layer: member.layer,
      suffix,
      inputs,
      named: new Map([...named].map(([name, references]) => [name, references.map(read)])),
      source,
      declared: readOutputs.map((output) => output?.declared && declaredType(output.declared, batchOf(inputs[0]) ?? tables.batch)),
    },
    tables,
  );
}

/**
 * TensorFlow.js executes a model tensor by tensor: it runs a call once for each of its outputs that something reads. Keras runs it once;
 * TensorFlow.js does not load what Keras 3 writes.
 */
function repeatRuns(call: Call, outputs: number, { builder, writer }: KerasTables, run: (suffix: string) => void): void {
  if (outputs < 2 || /^3\b/.test(writer)) return;
  const name =
    call.member.kind === "container"
      ? qualifiedName(call.member.container)
      : call.member.kind === "layer"
        ? qualifiedName(call.member.layer)
        : "";
  builder.diagnose({
    severity: "info",
    code: "tfjs-runs-again",
    message: `TensorFlow.js runs ${quoted(name)} once for each of its ${outputs} outputs that are read: its work counts ${outputs} times`,
    layer: name,
  });
  for (let number = 2; number <= outputs; number++) run(`~${number}`);
}

/** A model inside another: its layers, then one that stands for the model and hands its outputs on. */
export function walkNested(
  container: Container,
  inputs: readonly (Tensor | undefined)[],
  tables: KerasTables,
  suffix: string,
): readonly (Tensor | undefined)[] {
  const outputs = walkContainer(container, inputs, tables, suffix);
  const name = qualifiedName(container);
  const request = { name, origin: { format: "tfjs", operator: container.className, name }, path: container.containers };
  return outputs.map((tensor, position) => {
    const output = `${name}${suffix}${position === 0 ? "" : `:${position}`}`;
    return tensor && tables.builder.layer({ ...request, type: "identity", inputs: [tensor], outputs: [output] })[0];
  });
}

function inputTensors({ inputs, name }: Container, given: readonly (Tensor | undefined)[]): ReadonlyMap<string, Tensor | undefined> {
  if (inputs.length !== given.length) throw malformed(`model ${quoted(name)} takes ${inputs.length} inputs, ${given.length} are given`);
  return new Map(inputs.map(({ layer }, index) => [layer, given[index]]));
}

/** By call, then by output: a reference to it, where something reads it; the one that tells the type, if there is one. */
function outputsRead({ calls, outputs }: Container): ReadonlyMap<string, readonly (Reference | undefined)[]> {
  const readers = new Map<string, (Reference | undefined)[]>();
  const note = (reference: Reference): void => {
    const { layer, node, tensor } = reference;
    if (tensor > OUTPUT_LIMIT) throw malformed(`output ${tensor} of ${quoted(layer)} is read: there are not so many`);
    const key = callKey(layer, node);
    const list = readers.get(key) ?? [];
    readers.set(key, list);
    while (list.length <= tensor) list.push(undefined);
    if (list[tensor]?.declared === undefined) list[tensor] = reference;
  };
  for (const call of calls) {
    const { positional, named } = call.arguments;
    for (const reference of [...positional, ...[...named.values()].flat()]) note(reference);
  }
  for (const reference of outputs) note(reference);
  return readers;
}
