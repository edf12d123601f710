import {
  type Diagnostic,
  type DType,
  formatShape,
  type GraphBuilder,
  type Role,
  sameShape,
  type Shape,
  type Tensor,
} from "@modelgauge/core";
import type { WeightEntry, WeightManifest } from "../artifacts/weight-manifest.ts";
import { quoted } from "../malformed.ts";
import { type KerasLayer, qualifiedName } from "./keras-layer.ts";
import { WeightNames } from "./weight-names.ts";

/** What a stored tensor is to its layer. */
export type WeightRole = Extract<Role, "weight" | "bias" | "buffer" | "constant">;

/** A weight that a layer of the topology has. */
export interface ExpectedWeight {
  /** The names that it may have: `kernel`; in Keras 3, of a depthwise convolution, too, which was `depthwise_kernel`. */
  readonly kinds: readonly string[];
  readonly shape: Shape;
  readonly role: WeightRole;
  readonly dtype: DType;
  /** A part of the layer that the weight belongs to: a cell, a projection. */
  readonly under?: string | undefined;
}

/**
 * The weights of a Keras model: those of the manifest, found by the names of their layers; where there is none, as the topology
 * implies them. Each is made once, however often its layer is called.
 */
export class LayerWeights {
  readonly #builder: GraphBuilder;
  readonly #nonzero: ReadonlyMap<string, number>;
  readonly #names: WeightNames | undefined;
  /** Place of a layer's configuration → part and name of the weight → the weight. */
  readonly #made = new Map<string, Map<string, Tensor>>();

  /** @param nonzero name → elements that are not zero, where that was looked into */
  constructor(manifest: WeightManifest | undefined, builder: GraphBuilder, nonzero: ReadonlyMap<string, number>) {
    this.#builder = builder;
    this.#nonzero = nonzero;
    this.#names = manifest && new WeightNames(manifest.flatMap(({ entries }) => entries).filter(({ training }) => !training));
  }

  /** The weight of a layer. What the manifest says wins; where that differs from the topology, a diagnostic tells. */
  weight(layer: KerasLayer, expected: ExpectedWeight): Tensor {
    const made = this.#of(layer);
    const key = weightKey(expected.under, expected.kinds[0]!);
    const known = made.get(key);
    if (known !== undefined) return known;
    const position = [...made.keys()].filter((other) => other.startsWith(weightKey(expected.under, ""))).length;
    const tensor = this.#make(layer, expected, position);
    made.set(key, tensor);
    return tensor;
  }

  /** Shape of a weight that the manifest has. */
  storedShape(layer: KerasLayer, kind: string): Shape | undefined {
    return this.#of(layer).has(weightKey(undefined, kind)) ? undefined : this.#names?.peek(layer.owners, layer.containers, [kind])?.shape;
  }

  /** Every weight of a layer that is known of or stored under its name; of the latter, floating-point ones count as trained. */
  all(layer: KerasLayer): readonly Tensor[] {
    const made = this.#of(layer);
    for (const entry of this.#names?.takeAll(layer.name) ?? [])
      made.set(entry.name, this.#stored(entry, entry.dtype === "float32" ? "weight" : "constant"));
    return [...made.values()];
  }

  /** Says which weights of the manifest no layer has. */
  reportLeft(): void {
    const left = this.#names?.left ?? [];
    if (left.length === 0) return;
    const some = left.slice(0, 3).map(({ name }) => quoted(name));
    const named = `${some.join(", ")}${left.length > some.length ? ", …" : ""}`;
    this.#builder.diagnose({
      severity: "warning",
      code: "tfjs-weight-unused",
      message: `${left.length} of the manifest's weights belong${left.length === 1 ? "s" : ""} to no layer, and ${left.length === 1 ? "is" : "are"} not counted: ${named}`,
    });
  }

  #of(layer: KerasLayer): Map<string, Tensor> {
    const made = this.#made.get(layer.config.path) ?? new Map<string, Tensor>();
    this.#made.set(layer.config.path, made);
    return made;
  }

  #make(layer: KerasLayer, { kinds, shape, role, dtype, under }: ExpectedWeight, position: number): Tensor {
    const owners = under === undefined ? layer.owners : [...layer.owners, under];
    const name = [qualifiedName(layer), ...(under === undefined ? [] : [under]), kinds[0]!].join("/");
    const entry = this.#names?.take(owners, layer.containers, [...kinds, String(position)], shape);
    if (entry === undefined) {
      if (this.#names !== undefined)
        this.#tell(layer, {
          code: "tfjs-weight-missing",
          message: `the manifest has no weight ${quoted(name)}: it is counted as ${formatShape(shape)}, by the topology`,
        });
      return this.#builder.stored({ name, dtype, shape, role });
    }
    if (!sameShape(entry.shape, shape)) {
      const sizes = `${formatShape(entry.shape)} in the manifest, ${formatShape(shape)} by the topology`;
      this.#tell(layer, {
        code: "tfjs-weight-shape",
        message: `weight ${quoted(entry.name)} is ${sizes}: it is counted as in the manifest`,
      });
    }
    return this.#stored(entry, role);
  }

  #stored({ name, dtype, shape, bytes, quantization }: WeightEntry, role: WeightRole): Tensor {
    return this.#builder.stored({ name, dtype, shape, role, bytes: quantization && bytes, nonzero: this.#nonzero.get(name) });
  }

  #tell(layer: KerasLayer, diagnostic: Pick<Diagnostic, "code" | "message">): void {
    this.#builder.diagnose({ severity: "warning", ...diagnostic, layer: qualifiedName(layer) });
  }
}

function weightKey(under: string | undefined, kind: string): string {
  return `${under ?? ""}\n${kind}`;
}
