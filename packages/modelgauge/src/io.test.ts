import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { write } from "./io.ts";

describe("writing", () => {
  it("hands a long text on in pieces, between characters", async () => {
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece);
        done();
      },
    });
    const text = `${"a".repeat(2 ** 20 - 1)}\u{1f600}${"b".repeat(2 ** 20)}`; // the first piece would end within the pair of surrogates
    await write(stream, text);
    expect(pieces.map((piece) => piece.length)).toEqual([2 ** 20 + 3, 2 ** 20]); // four bytes for the character of two
    expect(Buffer.concat(pieces).toString()).toBe(text);
  });

  it("fails where the stream does", async () => {
    const stream = new PassThrough();
    stream.on("error", () => {});
    stream.destroy();
    await expect(write(stream, "text")).rejects.toMatchObject({ code: "ERR_STREAM_DESTROYED" });
  });
});
