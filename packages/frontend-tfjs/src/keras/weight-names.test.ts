import { describe, expect, it } from "vitest";
import type { WeightEntry } from "../artifacts/weight-manifest.ts";
import { WeightNames } from "./weight-names.ts";

const named = (...names: readonly string[]): WeightNames =>
  new WeightNames(
    names.map((name): WeightEntry => ({ name, dtype: "float32", shape: [2], quantization: undefined, bytes: 8, training: false })),
  );
const take = (names: WeightNames, owners: readonly string[], kind = "kernel", containers: readonly string[] = []): string | undefined =>
  names.take(owners, containers, [kind], [2])?.name;

describe("names of weights", () => {
  it("end in what a weight is, and hold the layer's name", () => {
    const names = named("dense/bias", "model/dense/kernel", "dense_1/kernel");
    expect(take(names, ["dense"])).toBe("model/dense/kernel");
    expect(take(names, ["dense"])).toBeUndefined();
    expect(take(names, ["dense"], "bias")).toBe("dense/bias");
    expect(names.left.map(({ name }) => name)).toEqual(["dense_1/kernel"]);
  });

  it("prefer the layer's own over one of the same name in a model", () => {
    expect(take(named("block/conv/kernel", "conv/kernel"), ["conv"])).toBe("conv/kernel");
    expect(take(named("conv/kernel", "block/conv/kernel"), ["conv"], "kernel", ["block"])).toBe("block/conv/kernel");
  });

  it("tell the directions of a wrapper apart, and cells by their order", () => {
    const names = named("both/backward_lstm/kernel", "both/forward_lstm/kernel");
    expect(take(names, ["both", "forward_lstm"])).toBe("both/forward_lstm/kernel");
    expect(take(names, ["both", "backward_lstm"])).toBe("both/backward_lstm/kernel");
    const cells = named("rnn/RNNCell_0/kernel", "rnn/RNNCell_1/kernel");
    expect([take(cells, ["rnn", "lstm_cell"]), take(cells, ["rnn", "gru_cell"])]).toEqual(["rnn/RNNCell_0/kernel", "rnn/RNNCell_1/kernel"]);
  });

  it("may have slashes in a layer's name", () => {
    expect(take(named("scope/conv/kernel", "scope/conv2/kernel"), ["scope/conv2"])).toBe("scope/conv2/kernel");
  });

  it("gives all that stand under a name", () => {
    const names = named("gate/a", "gate/b/c", "gates/a");
    expect(names.takeAll("gate").map(({ name }) => name)).toEqual(["gate/a", "gate/b/c"]);
  });
});
