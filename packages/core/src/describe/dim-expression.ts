/** A minus stands behind a space: `batch-size` is a name. */
const TOKEN = /\s*(?:([A-Za-z_][\w.]*)|(\d+)|(\/\/|[+*/()]|(?<=\s)-))/y;

/** The most characters that are read as an expression: names of dims are strangers' texts. */
const LIMIT = 200;

/**
 * The value of a dim whose name is an expression of others, as exporters write them: `past_length + length`, `2*s0`, `(h + 1)//2`. Division
 * must leave no remainder, except for `//`, which rounds down.
 *
 * @param valueOf the number of a dim; undefined where it has none
 * @returns undefined where the name is no expression, a dim in it has no number, or the value is no size
 */
export function dimExpression(name: string, valueOf: (dim: string) => number | undefined): number | undefined {
  const tokens = tokensOf(name);
  if (tokens === undefined || tokens.length < 2) return undefined;
  let at = 0;
  const take = (...words: readonly string[]): string | undefined => (words.includes(tokens[at]!) ? tokens[at++] : undefined);
  const sum = (): number => {
    let value = product();
    for (let sign = take("+", "-"); sign !== undefined; sign = take("+", "-")) value += sign === "+" ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    for (let sign = take("*", "/", "//"); sign !== undefined; sign = take("*", "/", "//")) {
      const other = factor();
      value = sign === "*" ? value * other : sign === "/" ? value / other : Math.floor(value / other);
    }
    return value;
  };
  const factor = (): number => {
    if (take("(") !== undefined) {
      const value = sum();
      return take(")") === undefined ? Number.NaN : value;
    }
    const token = tokens[at++];
    if (token === undefined || /^[-+*/()]/.test(token)) return Number.NaN;
    return /^\d/.test(token) ? Number(token) : (valueOf(token) ?? Number.NaN);
  };
  const value = sum();
  return at === tokens.length && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function tokensOf(text: string): readonly string[] | undefined {
  if (text.length > LIMIT) return undefined;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [, word, number, sign] = TOKEN.exec(text) ?? [];
    const token = word ?? number ?? sign;
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}
