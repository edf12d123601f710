import { describe, expect, it } from "vitest";
import { crossValidate, fit, type GroupAtPeak, median, predict, type Sample } from "./fit.ts";

/** Networks of a convolution and a matrix product each, in all mixtures of arithmetic and transfers, at known efficiencies. */
function samples(launch: number): Sample[] {
  const truth = { compute: { convolution: 0.5, matmul: 0.8, attention: 0.8 }, memory: 0.4, launch };
  return Array.from({ length: 16 }, (_, index) => {
    const groups: GroupAtPeak[] = [
      { macs: { convolution: 1 + (index % 4) }, others: 0, transfers: index / 4 },
      { macs: { matmul: 1 + Math.floor(index / 4) }, others: 0, transfers: 1 },
      { macs: { "depthwise-convolution": 0.01 }, others: 0, transfers: 1 },
    ];
    return { name: `${index}`, family: `${index % 4}`, groups, latency: predict(groups, truth) };
  });
}

describe("predict", () => {
  it("adds up groups, each the slowest of its products, other work and transfers, and what launching takes", () => {
    const groups = [
      { macs: { convolution: 2, matmul: 3 }, others: 1, transfers: 4 }, // max(2 / 0.5 + 3, 1, 4 / 0.5) = 8
      { macs: { convolution: 5 }, others: 1, transfers: 1 }, // 5 / 0.5 = 10
      { macs: {}, others: 7, transfers: 1 },
    ];
    expect(predict(groups, { compute: { convolution: 0.5 }, memory: 0.5, launch: 0.1 })).toBeCloseTo(25.3);
  });
});

describe("fit", () => {
  it("finds the efficiencies that latencies were made with, and leaves out a class that they do not tell of", () => {
    const { compute, memory } = fit(samples(0), false);
    expect(compute.convolution).toBeCloseTo(0.5, 2);
    expect(compute.matmul).toBeCloseTo(0.8, 2);
    expect(compute.attention).toBe(compute.matmul); // they are fitted together
    expect(memory).toBeCloseTo(0.4, 2);
    expect(Object.keys(compute)).not.toContain("depthwise-convolution"); // its transfers always take longer
  });

  it("finds what launching takes", () => {
    const short = samples(0).map(({ groups, ...rest }) => {
      const quick = groups.map(({ macs, transfers }) => ({
        macs: Object.fromEntries(Object.entries(macs).map(([kind, seconds]) => [kind, seconds * 1e-4])),
        others: 0,
        transfers: transfers * 1e-4,
      }));
      return { ...rest, groups: quick, latency: predict(quick, { compute: { convolution: 0.5, matmul: 0.8 }, memory: 0.4, launch: 5e-5 }) };
    });
    expect(fit(short, true).launch / 5e-5).toBeCloseTo(1, 1);
  });
});

describe("crossValidate", () => {
  it("estimates each sample by the others", () => {
    const spoiled = samples(0).map((sample, index) => (index === 3 ? { ...sample, latency: sample.latency * 2 } : sample));
    const errors = crossValidate(spoiled, ({ name }) => name, false);
    expect(errors[3]).toBeCloseTo(-0.5, 2); // half of what was measured
    expect(median(errors.map(Math.abs))).toBeLessThan(0.01);
  });
});

describe("median", () => {
  it("is the middle, or between the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
