import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { code, codeCell, codeMessage, prose } from "./escape.ts";
import { left, table } from "./table.ts";

/** The HTML that a browser of GitHub's Markdown is given. */
function html(text: string): string {
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** What a reader sees of one element's HTML. */
function seen(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("`", "|", "\\", " ", "<", ">", "&", "*", "_", "[", "]", "(", ")", "!", "a", "\n", "\t", "\u001b", "$"),
    maxLength: 30,
  }),
);

describe("code", () => {
  it.each([
    ["layer1.0.conv1", "`layer1.0.conv1`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["``a", "``` ``a ```"],
    ["", '`""`'],
    [" ", '`" "`'],
    ["\u001b[31m\u202e", "`\\u{1b}[31m\\u{202e}`"],
    ["# title\n<script>", "`# title\\u{a}<script>`"],
    ["a|b", "`a|b`"],
  ])("shows %j as %s", (name, text) => {
    expect(code(name)).toBe(text);
  });

  it("shortens a name, and a message less", () => {
    expect(code("x".repeat(1000))).toBe(`\`${"x".repeat(66)}…${"x".repeat(33)}\``); // 66 + 1 + 33 = 100
    expect(codeMessage("x".repeat(1000))).toHaveLength(602);
  });

  it("lets no name be anything but text", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        expect(html(`- ${code(name)}`)).toMatch(/^<ul>\n<li><code>[^<]*<\/code><\/li>\n<\/ul>$/);
      }),
    );
  });
});

describe("codeCell", () => {
  it.each([
    ["a|b", "`a\\|b`"],
    ["a\\|b", "`a\\\\u{7c}b`"],
    ["a\\", "`a\\`"],
  ])("shows %j as %s", (name, text) => {
    expect(codeCell(name)).toBe(text);
  });

  it("keeps every name in its cell", () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const cells = [...html(table([left("a"), left("b")], [[codeCell(a), codeCell(b)]])).matchAll(/<td[^>]*>(.*)<\/td>/g)];
        expect(cells.map(([, cell]) => cell!.match(/^<code>([^<]*)<\/code>$/)?.[1])).toEqual([expect.any(String), expect.any(String)]);
      }),
    );
  });

  it("shows pipes as they are", () => {
    const cell = html(table([left("a")], [[codeCell("a|b||c")]])).match(/<td[^>]*><code>(.*)<\/code>/)?.[1];
    expect(seen(cell!)).toBe("a|b||c");
  });
});

describe("prose", () => {
  it("shows what plugins and devices say, as it stands", () => {
    const text = "2 × MACs * [a](b) <i>x</i> a_b_c `d` | #1 ~~e~~ $f$ & g\\";
    expect(seen(html(prose(text)))).toBe(`<p>${text}</p>`);
  });

  it("keeps to its cell", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = html(table([left("a"), left("b")], [[prose(text), "end"]]));
        expect(page).toMatch(/<td align="left">end<\/td>\n<\/tr>/);
        expect(page.replaceAll(/<\/?(table|thead|tbody|tr|th|td)[^>]*>/g, "")).not.toMatch(/<(?!a href)/);
      }),
    );
  });
});
