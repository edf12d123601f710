import { type Bindings, buildModel, type BuiltModel, type Frontend, type LayerType, type Model, ModelGaugeError } from "@modelgauge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damaged } from "../arbitrary/damaged-bytes.ts";
import { seeded } from "../seeded.ts";
import { fileSource, type ModelFile } from "./file-source.ts";
import { permissiveLayerTypes } from "./permissive-layer-types.ts";

/** What a frontend is tested with. */
export interface FrontendSuiteOptions {
  /** Small models of its format. */
  readonly files: readonly ModelFile[];
  /** The layer types that it translates to; ones that take everything where left out. */
  readonly layerTypes?: ReadonlyMap<string, LayerType>;
}

/** How many of a file's first bytes tell what it is. */
const HEAD_BYTES = 4096;

/** The longest that one small file may take to open and build, in milliseconds. */
const TIME_LIMIT = 5000;

/**
 * The tests that every frontend passes: it recognises its own files by their first bytes, and neither an empty file nor noise makes it
 * fail; opening and building twice gives the same graph, whatever was built in between; a file that is cut off, changed or noise gives
 * a graph or a ModelGaugeError of one line, at once.
 *
 * Call it in a Vitest test file. The damaged files are the same in every run, unless fast-check's global configuration has a seed.
 */
export function frontendSuite(frontend: Frontend, { files, layerTypes = permissiveLayerTypes }: FrontendSuiteOptions): void {
  const build = (model: Model, bindings: Bindings = {}): BuiltModel => buildModel(model, bindings, layerTypes);
  const open = (file: ModelFile): Promise<Model> => frontend.open(fileSource(file));
  const survives = async (bytes: Uint8Array): Promise<void> => {
    const start = performance.now();
    const { siblings = {} } = files[0] ?? {};
    try {
      build(await open({ name: files[0]?.name ?? "model", bytes, siblings }));
    } catch (error) {
      if (!(error instanceof ModelGaugeError)) throw error;
      for (const line of [error.message, ...error.further]) expect(line).not.toContain("\n");
    }
    expect(performance.now() - start).toBeLessThan(TIME_LIMIT);
  };

  describe(`frontend "${frontend.id}"`, () => {
    it("says what it reads", () => {
      expect(frontend.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(frontend.title).not.toBe("");
    });

    describe.each(files)("$name", (file) => {
      it("is recognised", () => {
        expect(frontend.recognises(file.bytes.subarray(0, HEAD_BYTES), file.name)).toBe(true);
      });

      it("opens and builds the same twice, whatever is built in between", async () => {
        const model = await open(file);
        const { graph, diagnostics, bound } = build(model);
        expect(graph.layers).not.toEqual([]);
        build(model, { dims: Object.fromEntries(Object.keys(bound).map((name) => [name, 2])) });
        expect(build(model)).toEqual({ graph, diagnostics, bound });
        expect(build(await open(file))).toEqual({ graph, diagnostics, bound });
      });
    });

    it("recognises no empty file, and looks at any bytes under any name", () => {
      expect(frontend.recognises(new Uint8Array(), "model")).toBe(false);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), (head, name) => {
          expect(frontend.recognises(head, name)).toBeTypeOf("boolean");
        }),
        seeded({ numRuns: 200 }),
      );
    });

    it("reads any damaged file, or throws a ModelGaugeError of one line, at once", async () => {
      await fc.assert(fc.asyncProperty(damaged(files.map(({ bytes }) => bytes)), survives), seeded({ numRuns: 300 }));
    });

    it("reads any noise, or throws a ModelGaugeError of one line, at once", async () => {
      await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), survives), seeded({ numRuns: 200 }));
    });
  });
}
