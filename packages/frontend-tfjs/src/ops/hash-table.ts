import { defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** HashTable: a table that is yet to be filled. */
export const hashTableOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { HashTable: undefined, HashTableV2: undefined },
  inputs: {},
  translate({ node, add, noteContent }) {
    add("handle-write", []);
    noteContent(0, { kind: "table", value: node.dtype("value_dtype", "float32"), length: undefined });
  },
});

/** InitializeTable and LookupTableImport: fill a table with keys and values. */
export const tableImportOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { InitializeTable: undefined, InitializeTableV2: undefined, LookupTableImport: undefined, LookupTableImportV2: undefined },
  inputs: { table: "tensor", keys: "setting", values: "setting" },
  translate({ inputs: { table, keys, values }, add, contentOf, noteContent }) {
    const content = contentOf(table);
    if (content?.kind === "table") content.length = keys.shape.reduce((product, size) => product * size, 1);
    add("handle-write", [table, keys, values]);
    if (content !== undefined) noteContent(0, content);
  },
});

/** LookupTableFind: what a table holds for keys, or a default. */
export const tableFindOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { LookupTableFind: undefined, LookupTableFindV2: undefined },
  inputs: { table: "tensor", keys: "tensor", fallback: "setting" },
  translate({ inputs: { table, keys, fallback }, add, contentOf }) {
    const content = contentOf(table);
    add("lookup-table", [keys], { dtype: content?.kind === "table" ? content.value : fallback.dtype });
  },
});

/** LookupTableSize: how many keys a table has. */
export const tableSizeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { LookupTableSize: undefined, LookupTableSizeV2: undefined },
  inputs: { table: "tensor" },
  translate({ inputs: { table }, add, contentOf }) {
    const content = contentOf(table);
    if (content?.kind !== "table" || content.length === undefined) return add("handle-read", [table], { dtype: "int32", shape: [] });
    add("constant-fill", [], { shape: [], dtype: "int32", value: content.length });
  },
});
