import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored, type TestNode } from "../analyze-node.ts";

const macsOf = async (node: TestNode) => (await analyzeNode(node)).report.totals["macs"]?.["total"];

describe("attention that does not see all keys", () => {
  const merged = [stored("float32", [16, 48]), stored("float32", [48])];
  const ends = stored("int32", [4], [0, 1, 3, 7]); // sequences of 1, 2 and 4 tokens

  it("com.microsoft::PackedAttention counts the pairs of each sequence", async () => {
    const inputs = [input("float32", [7, 16]), ...merged, input("int32", [3, 4]), ends];
    const node = { operator: "com.microsoft::PackedAttention", inputs, attributes: { num_heads: 4 } };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 7×16"],
      macs: 6_048, // 7 · 16 · 48, and (1 + 4 + 16) pairs · 4 heads · (4 + 4)
      params: 816,
    });
    expect(await macsOf({ ...node, inputs: inputs.with(4, input("int32", [4])) })).toMatchObject({
      value: 6_272, // 5,376, and 7 · 4 pairs · 4 · 8
      status: "at-most",
    });
  });

  it("com.microsoft::PackedMultiHeadAttention takes what is packed apart", async () => {
    const rest = [undefined, undefined, stored("float32", [48]), input("int32", [3, 4]), ends];
    const attributes = { num_heads: 4 };
    const operator = "com.microsoft::PackedMultiHeadAttention";
    expect(await analyzeNode({ operator, inputs: [input("float32", [7, 4, 3, 4]), ...rest], attributes })).toMatchObject({
      outputs: ["float32 7×16"],
      macs: 672,
      params: 48,
    });
    const apart = input("float32", [7, 16]);
    expect(await macsOf({ operator, inputs: [apart, apart, apart, ...rest.slice(2)], attributes })).toMatchObject({ value: 672 });
    const wrong = analyzeNode({ operator, inputs: [input("float32", [7, 4, 2, 4]), ...rest], attributes });
    await expect(wrong).rejects.toThrow("query is 7×4×2×4, not tokens × heads × 3 × size");
  });

  it("refuses sequences that end before they start", async () => {
    const inputs = [input("float32", [7, 16]), ...merged, input("int32", [3, 4]), stored("int32", [4], [0, 3, 1, 7])];
    const wrong = analyzeNode({ operator: "com.microsoft::PackedAttention", inputs, attributes: { num_heads: 4 } });
    await expect(wrong).rejects.toThrow('"in4" does not grow from one sequence to the next');
  });

  describe("com.microsoft::PagedAttention", () => {
    const cache = input("float16", [6, 16, 2, 8]); // 6 blocks of 16
    const tokens = [input("float16", [7, 32]), input("float16", [7, 16]), input("float16", [7, 16])];
    const node = (inputs: TestNode["inputs"], attributes: object = {}) => ({
      operator: "com.microsoft::PagedAttention",
      inputs,
      attributes: { num_heads: 4, kv_num_heads: 2, ...attributes },
      outputs: 3,
    });
    const pages = input("int32", [3, 2]);

    it("counts the pairs of each sequence with its past", async () => {
      const inputs = [...tokens, cache, cache, ends, stored("int32", [3], [4, 0, 2]), pages];
      expect(await analyzeNode(node(inputs))).toMatchObject({
        outputs: ["float16 7×32", "float16 6×16×2×8", "float16 6×16×2×8"],
        macs: 2_112, // (1 · 5 + 2 · 2 + 4 · 6) pairs · 4 heads · (8 + 8)
      });
    });

    it("sees all pages, or a window, where lengths are not known", async () => {
      const inputs = [...tokens, cache, cache, input("int32", [4]), input("int32", [3]), pages];
      expect(await macsOf(node(inputs))).toMatchObject({ value: 14_336, status: "at-most" }); // 7 · 2 · 16 pairs · 4 · 16
      expect(await macsOf(node(inputs, { local_window_size: 8 }))).toMatchObject({ value: 3_584, status: "at-most" });
    });

    it("takes packed tokens apart and turns them", async () => {
      const tables = [stored("float16", [64, 4]), stored("float16", [64, 4])];
      const packed = [
        input("float16", [7, 64]),
        undefined,
        undefined,
        cache,
        cache,
        ends,
        stored("int32", [3], [0, 0, 0]),
        pages,
        ...tables,
      ];
      const { outputs, macs, types } = await analyzeNode(node(packed, { do_rotary: 1 }));
      expect(outputs[0]).toBe("float16 7×32");
      expect(macs).toBe(1_344); // 21 pairs · 4 · 16
      expect(types).toContain("rotary-embedding");
    });

    it("reads values out of latent keys", async () => {
      const latent = [input("float16", [7, 32]), input("float16", [7, 8]), undefined, input("float16", [6, 16, 1, 8]), undefined];
      const inputs = [...latent, ends, stored("int32", [3], [0, 0, 0]), pages];
      const attributes = { num_heads: 4, kv_num_heads: 1, kv_cache_layout: "LATENT", v_head_size: 6 };
      expect(await analyzeNode({ operator: "com.microsoft::PagedAttention", inputs, attributes })).toMatchObject({
        outputs: ["float16 7×24"],
        macs: 1_176, // 21 pairs · 4 · (8 + 6)
      });
    });
  });

  it("com.microsoft::SparseAttention counts all keys at most", async () => {
    const cache = input("float32", [1, 2, 32, 8]);
    const rows = [stored("int32", [1, 3], [0, 1, 3]), stored("int32", [1, 3], [0, 0, 1])];
    const tables = [stored("float32", [64, 4]), stored("float32", [64, 4])];
    const lengths = [stored("int32", [], [2]), input("int32", [1])];
    const packed = [input("float32", [1, 2, 64]), undefined, undefined, cache, cache, ...rows, ...lengths, ...tables];
    const attributes = { num_heads: 4, kv_num_heads: 2, sparse_block_size: 16, do_rotary: 1 };
    const node = { operator: "com.microsoft::SparseAttention", inputs: packed, attributes, outputs: 3 };
    expect((await analyzeNode(node)).outputs).toEqual(["float32 1×2×32", "float32 1×2×32×8", "float32 1×2×32×8"]);
    expect(await macsOf(node)).toMatchObject({ value: 256, status: "at-most" }); // 2 · 2 pairs · 4 · 16
  });

  it("com.microsoft::LongformerAttention counts windows, and global tokens where they are known", async () => {
    const weights = [stored("float32", [8, 24]), stored("float32", [24])];
    const flags = stored("int32", [1, 16], [1, ...new Array<number>(15).fill(0)]);
    const inputs = [input("float32", [1, 16, 8]), ...weights, input("float32", [1, 16]), ...weights, flags];
    const node = { operator: "com.microsoft::LongformerAttention", inputs, attributes: { num_heads: 2, window: 2 } };
    expect(await analyzeNode(node)).toMatchObject({
      outputs: ["float32 1×16×8"],
      macs: 6_976, // 16 · 8 · 8 · 5 projections, 8 · 8 of one query; 16 · 5 + 2 · 16 pairs · 2 · 8
      params: 432,
    });
    expect(await macsOf({ ...node, inputs: inputs.with(6, input("int32", [1, 16])) })).toMatchObject({ value: 6_400, status: "at-least" });
  });

  it("com.microsoft::QOrderedLongformerAttention is the same among integers", async () => {
    const scale = stored("float32", []);
    const weights = [stored("int8", [8, 24]), scale, stored("float32", [24])];
    const inputs = [input("int8", [1, 16, 8]), scale, ...weights, scale, scale, input("float16", [1, 16]), ...weights, scale];
    const orders = { order_input: 1, order_weight: 0, order_global_weight: 0, order_output: 1 };
    const node = { operator: "com.microsoft::QOrderedLongformerAttention", attributes: { num_heads: 2, window: 2, ...orders } };
    expect(await analyzeNode({ ...node, inputs: [...inputs, input("int32", [1, 16]), scale] })).toMatchObject({
      outputs: ["int8 1×16×8"],
      macs: 6_400,
      params: 432,
    });
  });
});
