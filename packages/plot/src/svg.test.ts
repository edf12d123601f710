import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsed } from "../test/parsed.ts";
import { element, text } from "./svg.ts";

describe("element", () => {
  it("writes attributes, rounded and without those that are undefined, and children", () => {
    expect(element("g", { x: 1 / 3, class: "a", y: undefined }, "<b/>")).toBe('<g x="0.33" class="a"><b/></g>');
    expect(element("rect", {})).toBe("<rect/>");
  });
});

describe("text", () => {
  it("escapes what is markup", () => {
    expect(text(`a<b> & "c" 'd'`)).toBe("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  });

  it("replaces what XML has no place for", () => {
    expect(text("a\u0000\u001b\ufffe\ud800b")).toBe("a����b");
  });

  it("keeps a document well-formed, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const [outer] = parsed(element("g", { title: words }, text(words)));
        expect(outer!.words).toBe(outer!.attributes["title"]);
      }),
    );
  });
});
