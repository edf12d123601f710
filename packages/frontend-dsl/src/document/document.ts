import type { JsonList, JsonMember, JsonNode, JsonObject, JsonString } from "../json/json-node.ts";
import type { Place, SourceText } from "../json/source-text.ts";

/** A document, taken apart. Values stay JSON nodes until a build evaluates their expressions. */
export interface DslDocument {
  readonly source: SourceText;
  readonly place: Place;
  readonly name: string | undefined;
  readonly dtype: JsonNode | undefined;
  readonly precision: JsonObject | undefined;
  readonly parameters: readonly Parameter[];
  /** File and name of each block that comes from elsewhere, by the name that it has here. */
  readonly imports: ReadonlyMap<string, BlockImport>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly inputs: readonly JsonObject[];
  readonly tensors: readonly JsonObject[];
  /** undefined in a document that holds blocks alone. */
  readonly layers: readonly Statement[] | undefined;
  readonly outputs: JsonList | undefined;
}

/** A name for expressions; its value is null where the user must say. */
export interface Parameter {
  readonly name: string;
  readonly place: Place;
  readonly value: JsonNode;
}

/** Where a block of another file comes from. */
export interface BlockImport {
  readonly file: string;
  readonly block: string;
  readonly place: Place;
}

/** Layers to be used by name. */
export interface Block {
  readonly name: string;
  readonly place: Place;
  /** The document that it stands in: its parameters and blocks are in the block's sight. */
  readonly home: DslDocument;
  readonly parameters: readonly Parameter[];
  /** undefined where it has one input, called `$input` alone. */
  readonly inputs: readonly string[] | undefined;
  readonly precision: JsonObject | undefined;
  readonly tensors: readonly JsonObject[];
  readonly layers: readonly Statement[];
  readonly outputs: JsonList | undefined;
}

/** One entry of a list of layers. */
export type Statement = LayerStatement | OperatorStatement | CallStatement | GroupStatement | UnreadableStatement;

/** What every statement may say. */
export interface StatementHead {
  readonly place: Place;
  /** Behind its end. */
  readonly end: number;
  readonly name: JsonString | undefined;
  readonly input: JsonNode | undefined;
  readonly when: JsonNode | undefined;
  readonly repeat: JsonNode | undefined;
  /** Name of the repetition's number. */
  readonly index: string;
  readonly path: JsonList | undefined;
  readonly precision: JsonObject | undefined;
}

/** What layers say, described or not. */
export interface Operation {
  readonly outputs: JsonList | undefined;
  readonly declared: JsonList | undefined;
  readonly origin: JsonList | undefined;
  readonly bodies: readonly BodyNode[];
}

/** A layer of a layer type. */
export interface LayerStatement extends StatementHead, Operation {
  readonly kind: "layer";
  readonly type: string;
  readonly attributes: ReadonlyMap<string, JsonMember>;
  readonly weights: JsonNode | undefined;
  readonly status: JsonString | undefined;
}

/** An operation that nothing describes. */
export interface OperatorStatement extends StatementHead, Operation {
  readonly kind: "operator";
  readonly operator: string;
  readonly reason: string | undefined;
}

/** A use of a block. */
export interface CallStatement extends StatementHead {
  readonly kind: "call";
  readonly block: JsonString;
  readonly arguments: ReadonlyMap<string, JsonMember>;
}

/** Layers that are repeated, named or left out together. */
export interface GroupStatement extends StatementHead {
  readonly kind: "group";
  readonly layers: readonly Statement[];
  readonly outputs: JsonList | undefined;
}

/** What is no statement, as the check by the schema reports. */
export interface UnreadableStatement extends StatementHead {
  readonly kind: "unreadable";
}

/** A graph that a layer runs. */
export interface BodyNode {
  readonly place: Place;
  readonly name: string;
  readonly path: JsonList | undefined;
  readonly inputs: readonly JsonObject[];
  readonly tensors: readonly JsonObject[];
  readonly layers: readonly Statement[];
  readonly outputs: JsonList | undefined;
  readonly runs: JsonNode | undefined;
  readonly status: JsonString | undefined;
  readonly alternative: boolean;
}
