import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Step, timeOfSteps } from "./steps.ts";

const step = (busy: number, transfers: number): Step => ({ busy, transfers });

describe("steps in a row", () => {
  it("take the longer of both each, where nothing may run ahead", () => {
    expect(timeOfSteps([step(3, 1), step(1, 4), step(2, 2)], 0)).toBe(3 + 4 + 2);
  });

  it("load for the next while they are busy, as far as there is room", () => {
    const steps = [step(5, 0), step(1, 4)];
    expect(timeOfSteps(steps, 1)).toBe(5 + 3); // one second's worth is there before the second begins, and one leaves after it is busy
    expect(timeOfSteps(steps, 3)).toBe(5 + 1);
  });

  it("store while later ones are busy", () => {
    expect(timeOfSteps([step(1, 4), step(5, 0)], 3)).toBe(1 + 5);
    expect(timeOfSteps([step(1, 4), step(5, 0)], 1)).toBe(3 + 5);
    expect(timeOfSteps([step(1, 4)], 3)).toBe(4); // nothing to hide behind
  });

  const steps = fc.array(fc.record({ busy: fc.integer({ min: 0, max: 20 }), transfers: fc.integer({ min: 0, max: 20 }) }), {
    maxLength: 8,
  });
  const sum = (all: readonly Step[], of: (each: Step) => number): number => all.reduce((total, each) => total + of(each), 0);

  it("take between the larger of the sums and the sum of the larger, and no more with more room", () => {
    fc.assert(
      fc.property(steps, fc.nat(30), fc.nat(30), (all, lead, more) => {
        const time = timeOfSteps(all, lead);
        expect(time).toBeLessThanOrEqual(sum(all, ({ busy, transfers }) => Math.max(busy, transfers)));
        expect(timeOfSteps(all, lead + more)).toBeLessThanOrEqual(time);
        expect(timeOfSteps(all, Infinity)).toBe(
          Math.max(
            sum(all, ({ busy }) => busy),
            sum(all, ({ transfers }) => transfers),
          ),
        );
        expect(time).toBeGreaterThanOrEqual(timeOfSteps(all, Infinity));
      }),
    );
  });

  it("take no less where one of them takes more", () => {
    fc.assert(
      fc.property(steps, fc.nat(30), fc.nat(), fc.nat(20), fc.nat(20), (all, lead, which, busy, transfers) => {
        const longer = all.map((each, index) => (index === which % all.length ? step(each.busy + busy, each.transfers + transfers) : each));
        expect(timeOfSteps(longer, lead)).toBeGreaterThanOrEqual(timeOfSteps(all, lead));
      }),
    );
  });
});
