import type { WeightEntry } from "../artifacts/weight-manifest.ts";

/** Parts of a weight's path that belong to how checkpoints are laid out. */
const LAYOUT = new Set(["vars", "layers", "layer_checkpoint_dependencies", "model_weights"]);

/** Keras 3 numbers variables that have no name of their own through all of a program. */
const UNNAMED = /^variable_\d+$/;

/** A stored weight with the words of its path. */
export interface NamedEntry {
  readonly entry: WeightEntry;
  /** The path without checkpoint layout, and its last word. */
  readonly path: string;
  /** `kernel`, `bias`, the weight's number in its layer, or `variable`. */
  readonly kind: string;
}

/**
 * Finds stored weights by the names of their layers, however a version of Keras or TensorFlow.js composes these:
 * `dense/kernel`, `model/dense/kernel:0`, `lstm/lstm_cell/kernel`, `bidirectional/forward_lstm/kernel`, `dense/vars/0`.
 */
export class WeightNames {
  /** What nobody has taken, by a word of its path and its kind. */
  readonly #byWordAndKind = new Map<string, Set<NamedEntry>>();
  readonly #byWord = new Map<string, Set<NamedEntry>>();
  readonly #left: Set<NamedEntry>;

  constructor(entries: readonly WeightEntry[]) {
    const all = entries.map((entry): NamedEntry => {
      const words = entry.name
        .replace(/:\d+$/, "")
        .split("/")
        .map((word) => word.replace(/^_/, ""))
        .filter((word) => !LAYOUT.has(word));
      return { entry, path: words.slice(0, -1).join("/"), kind: (words.at(-1) ?? "").replace(UNNAMED, "variable") };
    });
    this.#left = new Set(all);
    for (const each of all) {
      for (const [map, key] of this.#keysOf(each)) {
        const list = map.get(key);
        if (list === undefined) map.set(key, new Set([each]));
        else list.add(each);
      }
    }
  }

  /**
   * Takes the weight of one kind that belongs to a layer and that nobody has taken. Of several, that whose path says most of the
   * layer's names; then that of the expected shape; then the first.
   *
   * @param owners the names that it may stand under: those of wrappers, the layer's own last
   * @param containers the models around the layer
   */
  take(
    owners: readonly string[],
    containers: readonly string[],
    kinds: readonly string[],
    shape: readonly number[],
  ): WeightEntry | undefined {
    const best = this.#find(owners, containers, kinds, shape);
    if (best !== undefined) this.#take(best);
    return best?.entry;
  }

  /** The weight that {@link take} would take, whatever its shape. */
  peek(owners: readonly string[], containers: readonly string[], kinds: readonly string[]): WeightEntry | undefined {
    return this.#find(owners, containers, kinds, [])?.entry;
  }

  #find(
    owners: readonly string[],
    containers: readonly string[],
    kinds: readonly string[],
    shape: readonly number[],
  ): NamedEntry | undefined {
    let best: { readonly named: NamedEntry; readonly score: number } | undefined;
    for (const kind of kinds) {
      for (const owner of owners) {
        for (const named of this.#byWordAndKind.get(JSON.stringify([firstWord(owner), kind])) ?? []) {
          if (!standsIn(owner, named.path)) continue;
          const score = closeness(named, owners, containers, shape);
          if (best === undefined || score > best.score) best = { named, score };
          if (score === EXACT) break;
        }
      }
    }
    return best?.named;
  }

  /** Takes every weight that stands under a layer's name. */
  takeAll(owner: string): readonly WeightEntry[] {
    const found = [...(this.#byWord.get(firstWord(owner)) ?? [])].filter(({ path }) => standsIn(owner, path));
    for (const each of found) this.#take(each);
    return found.map(({ entry }) => entry);
  }

  /** What nobody has taken, in the manifest's order. */
  get left(): readonly WeightEntry[] {
    return [...this.#left].map(({ entry }) => entry);
  }

  #take(named: NamedEntry): void {
    this.#left.delete(named);
    for (const [map, key] of this.#keysOf(named)) map.get(key)?.delete(named);
  }

  #keysOf({ path, kind }: NamedEntry): readonly (readonly [Map<string, Set<NamedEntry>>, string])[] {
    return [...new Set(path.split("/"))].flatMap((word) => [
      [this.#byWordAndKind, JSON.stringify([word, kind])] as const,
      [this.#byWord, word] as const,
    ]);
  }
}

/** Better than any sum of the others. */
const EXACT = 1_000_000;

function closeness(
  { entry, path }: NamedEntry,
  owners: readonly string[],
  containers: readonly string[],
  shape: readonly number[],
): number {
  const fits = entry.shape.length === shape.length && entry.shape.every((size, axis) => size === shape[axis]);
  const full = [...containers, ...owners].join("/");
  if (fits && path === full) return EXACT;
  if (fits && path === owners.join("/")) return EXACT - 1;
  const own = owners.filter((owner) => standsIn(owner, path)).length;
  const around = containers.filter((container) => standsIn(container, path)).length;
  return (path === full || path === owners.at(-1) ? 100_000 : 0) + own * 1_000 + around * 10 + (fits ? 1 : 0);
}

/** Whether a name, which may have slashes of its own, is a part of a path. */
function standsIn(name: string, path: string): boolean {
  return `/${path}/`.includes(`/${name}/`);
}

function firstWord(name: string): string {
  return name.split("/", 1)[0]!.replace(/^_/, "");
}
