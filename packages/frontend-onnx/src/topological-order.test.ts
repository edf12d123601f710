import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphProto, NodeProto } from "./proto/model-proto.ts";
import { topologicalOrder } from "./topological-order.ts";

function node(name: string, input: readonly string[], output: readonly string[], graphs: readonly GraphProto[] = []): NodeProto {
  return { name, opType: "Op", input, output, attribute: graphs.map((g) => ({ g, graphs: [] })) } as unknown as NodeProto;
}

function graph(nodes: readonly NodeProto[], inputs: readonly string[], outputs: readonly string[]): GraphProto {
  const named = (names: readonly string[]): { readonly name: string }[] => names.map((name) => ({ name }));
  return { node: nodes, input: named(inputs), output: named(outputs), initializer: [], sparseInitializer: [] } as unknown as GraphProto;
}

const namesOf = (nodes: readonly NodeProto[]): readonly string[] => nodes.map(({ name }) => name);

describe("topologicalOrder", () => {
  it("leaves an order that is one already", () => {
    const nodes = [node("b", ["x"], ["p"]), node("a", ["x"], ["q"]), node("c", ["p", "q"], ["y"])];
    expect(namesOf(topologicalOrder(nodes))).toEqual(["b", "a", "c"]);
  });

  it("puts a node after those that it reads", () => {
    const nodes = [node("c", ["q"], ["y"]), node("b", ["p"], ["q"]), node("a", ["x"], ["p"])];
    expect(namesOf(topologicalOrder(nodes))).toEqual(["a", "b", "c"]);
  });

  it("sees what a graph inside a node reads from outside, but not the names of its own", () => {
    const branch = graph([node("inner", ["p", "own"], ["r"]), node("maker", [], ["own"])], [], ["r"]);
    const nodes = [node("if", ["x"], ["y"], [branch]), node("a", ["x"], ["p"]), node("other", ["y"], ["own"])];
    expect(namesOf(topologicalOrder(nodes))).toEqual(["a", "if", "other"]);
  });

  it("refuses two nodes that write one value", () => {
    expect(() => topologicalOrder([node("a", ["x"], ["y"]), node("b", ["x"], ["y"])])).toThrow('two nodes write "y": Op "a" and Op "b"');
  });

  it("refuses cycles, of one node too", () => {
    expect(() => topologicalOrder([node("a", ["q"], ["p"]), node("b", ["p"], ["q"])])).toThrow('nodes form a cycle through Op "a"');
    expect(() => topologicalOrder([node("a", ["p"], ["p"])])).toThrow('nodes form a cycle through Op "a"');
  });

  it("orders any shuffled chain of 20,000 nodes without recursion", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => node(`n${index}`, [`t${index}`], [`t${index + 1}`]));
    expect(namesOf(topologicalOrder(chain.toReversed()))).toEqual(namesOf(chain));
  });

  it("answers every node once, each after its producers, for any graph without cycles", () => {
    const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 }).chain((needs) =>
      fc.tuple(
        fc.constant(needs),
        fc.shuffledSubarray(
          needs.map((_, index) => index),
          { minLength: needs.length },
        ),
      ),
    );
    fc.assert(
      fc.property(graphs, ([needs, shuffled]) => {
        const nodes = needs.map((list, index) =>
          node(`n${index}`, index === 0 ? [] : list.map((need) => `t${need % index}`), [`t${index}`]),
        );
        const ordered = topologicalOrder(shuffled.map((index) => nodes[index]!));
        expect(new Set(ordered)).toEqual(new Set(nodes));
        const written = new Set<string>();
        for (const { input, output } of ordered) {
          expect(input.every((name) => written.has(name))).toBe(true);
          for (const name of output) written.add(name);
        }
      }),
    );
  });
});
