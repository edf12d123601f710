import { describe, expect, it } from "vitest";
import type { Graph } from "../ir/graph.ts";
import { type GraphBuilder, startGraph } from "./graph-builder.ts";

describe("a body's diagnostics", () => {
  it("are the model's once a layer holds the body, in the place of that layer", () => {
    const { builder, record } = startGraph("model", new Map(), {});
    const inner = mystery(builder.body("branch"), "inner");
    mystery(builder, "before");
    mystery(builder, "outer", inner);
    expect(record().diagnostics.map(({ layer }) => layer)).toEqual(["before", "outer", "inner"]);
  });

  it("are forgotten with a body that is described on trial", () => {
    const { builder, record } = startGraph("model", new Map(), {});
    mystery(builder.body("branch"), "on trial");
    mystery(builder, "outer", mystery(builder.body("branch"), "kept"));
    expect(record().diagnostics.map(({ layer }) => layer)).toEqual(["outer", "kept"]);
  });
});

/** Adds a layer that nothing describes, and so leaves a diagnostic, and ends the graph. */
function mystery(builder: GraphBuilder, name: string, body?: Graph): Graph {
  builder.undescribed({
    name,
    inputs: [],
    outputs: [],
    origin: { format: "test", operator: "Mystery", name },
    reason: "nothing describes it",
    ...(body && { bodies: [{ name: "branch", graph: body, runs: 1, status: "exact", alternative: false }] }),
  });
  return builder.finish([]);
}
