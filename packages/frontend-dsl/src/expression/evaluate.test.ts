import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateTemplate } from "./evaluate.ts";
import { ExpressionError } from "./expression.ts";
import { escapeTemplate, parseTemplate } from "./parse.ts";
import type { Value } from "./value.ts";

const names: Readonly<Record<string, Value>> = { i: 2, name: "conv", wide: true, list: [10, 20, { depth: 3 }], text: ["a"] };

function evaluate(text: string): Value {
  return evaluateTemplate(parseTemplate(text), {
    lookUp: (name) => (Object.hasOwn(names, name) ? names[name] : undefined),
    names: () => Object.keys(names),
    sizeOf: (tensor, axis) => {
      if (tensor !== "x") throw new Error(`nothing before it is named "${tensor}"`);
      return [1, 64][axis]!;
    },
  });
}

function failure(text: string): string {
  try {
    evaluate(text);
    return "none";
  } catch (error) {
    return error instanceof ExpressionError ? `${error.offset}: ${error.message}` : `thrown: ${String(error)}`;
  }
}

describe("expressions", () => {
  it.each([
    ["${1 + 2 * 3}", 7],
    ["${(1 + 2) * 3}", 9],
    ["${2 ** 3 ** 2}", 512], // from the right: 2 ** 9
    ["${-2 ** 2}", -4],
    ["${2 ** -1}", 0.5],
    ["${10 - 4 - 3}", 3],
    ["${7 // 2}", 3],
    ["${-7 // 2}", -4],
    ["${-7 % 2}", 1],
    ["${7 / 2}", 3.5],
    ["${1e3 + 0.5}", 1000.5],
    ["${i == 2 && !false || 1 > 2}", true],
    ["${i <= 1 ? 'a' : i >= 3 ? 'b' : 'c'}", "c"],
    ["${min(3, i, 7) + max(1, 2) + floor(1.5) + ceil(1.5) + round(2.5) + abs(-1) + sqrt(9) + log2(8)}", 17], // 2 + 2 + 1 + 2 + 3 + 1 + 3 + 3
    ["${list[1]}", 20],
    ["${list[-1].depth}", 3],
    ["${len(list)}", 3],
    ["${size('x', 1)}", 64],
    ["${name == 'conv'}", true],
    ["${inf}", Infinity],
    ["${-inf}", -Infinity],
    ["${nan}", NaN],
    ["${9223372036854775807n}", 9223372036854775807n],
    ["${-9223372036854775808n}", -9223372036854775808n],
  ])("%s", (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });

  it("stand in texts", () => {
    expect(evaluate("layer${i + 1}.${name}")).toBe("layer3.conv");
    expect(evaluate("${i}")).toBe(2);
    expect(evaluate("plain")).toBe("plain");
    expect(evaluate("$${i} costs $5")).toBe("${i} costs $5");
  });

  it("are left alone once escaped", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("$", "{", "}", "${", "$${", "a", "i")), (parts) => {
        expect(evaluate(escapeTemplate(parts.join("")))).toBe(parts.join(""));
      }),
    );
  });

  it.each([
    ["${1 +}", "5: found \"}\", expected a number, a name, a text in ' ' or ("],
    ["${1", '3: found the end of the string, expected "}" or an operator'],
    ["${1 2}", '4: found "2", expected "}" or an operator'],
    ["${'a}", "2: expected ' at the end of the text"],
    ["${a # b}", '4: found "#", which begins nothing in an expression'],
    ["x${nmae}", '3: nothing is named "nmae"; did you mean "name"?'],
    ["${flor(2)}", '2: there is no function "flor"; did you mean "floor"?'],
    ["${floor(1, 2)}", "2: floor takes one value, not 2"],
    ["${min()}", "2: min takes at least one value, not 0"],
    ["${1 / (i - 2)}", "4: divides by zero"],
    ["${sqrt(-1)}", "2: gives no number"],
    ["${2 ** 2000}", "4: gives a number that is too large"],
    ["${1 + name}", '6: found "conv", expected a number'],
    ["${i ? 1 : 2}", "2: found 2, expected true or false"],
    ["${i == name}", '4: 2 and "conv" are not compared'],
    ["${list[3]}", "6: a list of 3 has no element 3"],
    ["${list[2].dept}", '9: nothing is named "dept"; did you mean "depth"?'],
    ["${i.x}", "3: found 2, expected an object"],
    ["a${list}", "3: found a list, expected what can stand inside a text"],
    ["${size('y', 0)}", '2: nothing before it is named "y"'],
    ["${size(1, 0)}", "2: size takes the name of a tensor in ' ', not 1"],
    ["${__proto__}", '2: nothing is named "__proto__"'],
    ["${list.constructor}", "6: found a list, expected an object"],
    ["${list[2].constructor}", '9: nothing is named "constructor"'],
    [`\${${"(".repeat(60)}1${")".repeat(60)}}`, "53: expressions nest at most 50 deep"],
    [`\${${"1+".repeat(2000)}1}`, "0: a string with expressions has at most 2000 characters"],
  ])("say what is wrong: %s", (text, message) => {
    expect(failure(text)).toBe(message);
  });

  it("end for any text, with a value or an ExpressionError", () => {
    const words = [
      "1",
      "i",
      "name",
      "list",
      "(",
      ")",
      "[",
      "]",
      "+",
      "-",
      "*",
      "**",
      "//",
      "%",
      "?",
      ":",
      "==",
      "!",
      "'a'",
      ",",
      ".",
      "min",
      "size",
      " ",
      "}",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        expect(failure(`\${${parts.join("")}}`)).not.toMatch(/^thrown/);
      }),
      { numRuns: 1000 },
    );
  });
});
