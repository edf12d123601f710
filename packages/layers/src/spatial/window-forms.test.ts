import { describe, expect, it } from "vitest";
import { fullWindow } from "./window-forms.ts";

describe("short forms of a window", () => {
  it("stand for all spatial dimensions", () => {
    expect(fullWindow({ kernel: 3, strides: 2, dilations: [1, 2], padding: 1 }, [32, 32])).toEqual({
      kernel: [3, 3],
      strides: [2, 2],
      dilations: [1, 2],
      pads: [1, 1, 1, 1],
    });
    expect(fullWindow({ kernel: 5 }, [100])).toEqual({ kernel: [5] });
    expect(fullWindow({ kernel: 3, padding: [1, 0] }, [8, 8])).toEqual({ kernel: [3, 3], pads: [1, 0, 1, 0] });
    expect(fullWindow({ kernel: 3, padding: "valid" }, [8])).toEqual({ kernel: [3] });
  });

  it("keep what is full, and other attributes", () => {
    const full = { kernel: [3, 1], strides: [1, 1], dilations: [1, 1], pads: [1, 0, 1, 0], bias: true };
    expect(fullWindow(full, [8, 8])).toEqual(full);
  });

  it("pad so that the output is ⌈size / stride⌉ long, the odd element at the end", () => {
    // (⌈224 / 2⌉ − 1) · 2 + 3 − 224 = 1; (⌈7 / 2⌉ − 1) · 2 + 3 − 7 = 2
    expect(fullWindow({ kernel: 3, strides: 2, padding: "same" }, [224, 7])).toMatchObject({ pads: [0, 1, 1, 1] });
    expect(fullWindow({ kernel: 3, dilations: 4, padding: "same" }, [10])).toMatchObject({ pads: [4, 4] }); // 9 elements span: 9 + 9 − 10
    expect(fullWindow({ kernel: 1, strides: 2, padding: "same" }, [8])).toMatchObject({ pads: [0, 0] }); // 3 · 2 + 1 < 8
  });

  it("do not contradict one another", () => {
    expect(() => fullWindow({ kernel: 3, padding: 1, pads: [1, 1] }, [8])).toThrow("pads and padding say the same: give one");
    expect(() => fullWindow({ kernel: [3, 3] }, [8])).toThrow("kernel has 2 entries, 1 are expected: one for each spatial dimension");
  });
});
