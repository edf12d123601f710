import { describe, expect, it } from "vitest";
import { blobSource, bytesSource, readAll, type Source } from "./source.ts";

const bytes = Uint8Array.from({ length: 10 }, (_, index) => index);

describe.each<[string, Source]>([
  ["bytes", bytesSource(bytes, "a.bin")],
  ["a blob", blobSource(new Blob([bytes]), "a.bin")],
])("a source of %s", (_, source) => {
  it.each([
    [0, 3, [0, 1, 2]],
    [8, 5, [8, 9]], // fewer at the end
    [10, 5, []],
    [99, 5, []],
    [4, 0, []],
  ])("reads from %d, %d bytes", async (offset, length, expected) => {
    expect([...(await source.read(offset, length))]).toEqual(expected);
  });

  it("knows its name and size, and is read whole", async () => {
    expect({ name: source.name, size: source.size }).toEqual({ name: "a.bin", size: 10 });
    expect(await readAll(source)).toEqual(bytes);
  });
});

it("calls a file by its name, and a blob without one a model", () => {
  expect(blobSource(new File([], "b.onnx")).name).toBe("b.onnx");
  expect(blobSource(new Blob([])).name).toBe("model");
});
