import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Makes a list, table or other store behind a handle, or puts values into it. They are referred to, not copied.
 *
 * values: the handle of a store that there is already, positions, what is put in. Output: the handle, a scalar.
 */
export const handleWrite: LayerType = defineLayerType({
  type: "handle-write",
  attributes: z.strictObject({}),
  inputs: { values: "tensors" },

  describe: () => ({ outputs: [{ dtype: "int32", shape: [] }], work: {}, traffic: { read: 0, write: 0 } }),
});
