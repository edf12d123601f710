import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesSource, type DType, type InputOverride, type ReportValue, type Scalar, type Shape } from "@modelgauge/core";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge, type Gauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import { describe, expect, it } from "vitest";

/** A value that a test of the standard takes or gives. */
interface KnownValue {
  readonly name: string;
  readonly kind: "tensor" | "sequence" | "optional" | "map";
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly value?: readonly (Scalar | boolean)[];
}

/** One test of the standard. */
interface Expectation {
  readonly test: string;
  readonly file: string;
  readonly ops: readonly string[];
  readonly inputs: readonly KnownValue[];
  readonly expected_outputs: readonly KnownValue[];
}

/** Tests whose output sizes follow from values that the corpus does not tell. */
const UNTOLD: readonly string[] = [
  "dynamic_time_warping",
  "test_dynamic_slice",
  "test_dynamic_slice_default_axes",
  "test_dynamic_slice_neg",
  "test_dynamic_slice_start_out_of_bounds",
  "test_image_decoder_decode_bmp_rgb",
  "test_image_decoder_decode_jpeg2k_rgb",
  "test_image_decoder_decode_png_rgb",
  "test_image_decoder_decode_tiff_rgb",
];

const corpus = join(process.env["MODELGAUGE_CORPORA"] ?? "", "onnx");
const gauge: Gauge = createGauge({ plugins: [layers, onnx] });

describe.each(["standard", "legacy", "contrib"])("the ONNX %s tests", (set) => {
  const list = join(corpus, set, "expectation.jsonl");

  it.skipIf(!existsSync(list))("give every output its dtype and shape", async () => {
    const failures: string[] = [];
    for (const line of readFileSync(list, "utf8").split("\n")) {
      if (line === "") continue;
      const expectation = JSON.parse(line) as Expectation;
      if (UNTOLD.includes(expectation.test)) continue;
      const problem = await problemOf(expectation, join(corpus, set));
      if (problem !== undefined) failures.push(`${expectation.ops.join(", ")}: ${expectation.test}: ${problem}`);
    }
    expect(failures.toSorted()).toEqual([]);
  });
});

async function problemOf({ file, inputs, expected_outputs: expected }: Expectation, folder: string): Promise<string | undefined> {
  try {
    const { model } = await gauge.analyze(bytesSource(readFileSync(join(folder, file)), file), {
      inputs: Object.fromEntries(inputs.filter(({ shape }) => shape !== undefined).map((each) => [each.name, override(each)])),
    });
    const wanted = expected.map(written);
    const given = expected.map(({ name }) => written(model.outputs.find((output) => output.name === name)));
    return given.every((value, index) => value === wanted[index]) ? undefined : `${given.join(", ")} instead of ${wanted.join(", ")}`;
  } catch (error) {
    return (error as Error).message;
  }
}

function override({ dtype, shape, value }: KnownValue): InputOverride {
  return {
    ...(dtype && { dtype }),
    ...(shape && { shape }),
    ...(value && { values: value.map((each) => (typeof each === "boolean" ? Number(each) : each)) }),
  };
}

function written(value: ReportValue | KnownValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value.kind !== undefined && value.kind !== "tensor") return value.kind;
  return `${value.dtype} [${value.shape?.join(", ")}]`;
}
