import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { commonDtype } from "./common-dtype.ts";

describe("the dtype of tensors that meet", () => {
  it("is theirs where they agree", () => {
    expect(commonDtype([tensor("int64", [2]), tensor("int64", [])])).toBe("int64");
  });

  it("is the widest floating-point type under a what-if precision", () => {
    expect(commonDtype([tensor("int8", [2]), tensor("float16", [2]), float32(2)])).toBe("float32");
  });

  it("does not exist for a wide integer and a float, or two integers", () => {
    expect(() => commonDtype([float32(2), tensor("int64", [2])])).toThrow("the inputs have different dtypes: float32, int64");
    expect(() => commonDtype([tensor("int32", [2]), tensor("int64", [2])])).toThrow("different dtypes: int32, int64");
  });
});
