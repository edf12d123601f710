import { bytesSource, type Source } from "@modelgauge/core";

/** Figures of a network, of one run on inputs of the sizes that its file has as defaults. */
export interface NetworkFigures {
  /** Trained parameters. */
  readonly params?: number;
  /** Statistics and tables that are stored, and not trained. */
  readonly buffers?: number;
  /** Multiply-accumulates. */
  readonly macs?: number;
  /** Elements of the inputs and of all that layers produce. */
  readonly activations?: number;
  /** Elements of the most that one layer holds. */
  readonly peak?: number;
}

/** What a network's file says of itself. */
export interface NetworkMetadata {
  /** Who described it: authors, title, year, address. */
  readonly paper: string;
  /** What ModelGauge counts. */
  readonly figures: NetworkFigures;
  /** What others have published, to as many digits as they print, and where; absent where nobody has. */
  readonly published?: NetworkFigures & { readonly document: string; readonly url: string };
  /** Why the published figures are others; absent where they agree. */
  readonly differs?: string;
}

/** A known network, as a source that a gauge reads. */
export interface Network extends Source, NetworkMetadata {
  /** `resnet-50` */
  readonly id: string;
  /** `ResNet-50` */
  readonly title: string;
  /** The file, with its comments. */
  readonly text: string;
}

/** A network of this library from its file. */
export function defineNetwork(id: string, title: string, metadata: NetworkMetadata, text: string): Network {
  return { ...bytesSource(new TextEncoder().encode(text), `${id}.jsonc`), id, title, ...metadata, text };
}
