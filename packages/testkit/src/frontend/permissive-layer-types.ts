import { type AttributeSchema, defineLayerType, isTensorType, type LayerType } from "@modelgauge/core";

const anything: AttributeSchema<Readonly<Record<string, unknown>>> = {
  "~standard": { version: 1, vendor: "modelgauge-testkit", validate: (value) => ({ value: value as Readonly<Record<string, unknown>> }) },
};

/** The most outputs that a permissive layer has. */
const OUTPUTS = 8;

class PermissiveLayerTypes extends Map<string, LayerType> {
  override get(type: string): LayerType {
    return defineLayerType({
      type,
      attributes: anything,
      inputs: { values: "values" },
      describe: ({ inputs: { values } }) => {
        const first = values[0];
        const like =
          first !== undefined && isTensorType(first)
            ? { dtype: first.dtype, shape: first.shape }
            : { dtype: "float32" as const, shape: [] };
        return { outputs: Array.from({ length: OUTPUTS }, () => like), work: {} };
      },
    });
  }

  override has(): boolean {
    return true;
  }
}

/**
 * Layer types of any name, which take everything, and give out what they take first: for tests of frontends, which may not import the
 * layer types of another plugin.
 */
export const permissiveLayerTypes: ReadonlyMap<string, LayerType> = new PermissiveLayerTypes();
