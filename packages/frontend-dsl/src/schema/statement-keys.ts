/** Properties that any statement may have. */
export const STATEMENT_KEYS = ["name", "description", "input", "when", "repeat", "index", "path", "precision"] as const;

/** Further properties of layers. Attributes of these names stand in `attributes`. */
export const LAYER_KEYS = ["type", "attributes", "weights", "outputs", "declared", "status", "origin", "bodies"] as const;

/** Further properties of operations that nothing describes. */
const OPERATOR_KEYS = ["operator", "outputs", "declared", "origin", "bodies", "reason"] as const;

/** Further properties of groups. */
const GROUP_KEYS = ["layers", "outputs"] as const;

/** Names that neither attributes inline nor parameters of blocks can have. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([...STATEMENT_KEYS, ...LAYER_KEYS, ...OPERATOR_KEYS, ...GROUP_KEYS, "block"]);
