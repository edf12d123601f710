import { STRING_LENGTH } from "../limits.ts";
import { didYouMean } from "../nearest.ts";
import { type BinaryOperator, type Expression, ExpressionError, type Template, Unanswerable } from "./expression.ts";
import { NUMBER_FUNCTIONS } from "./functions.ts";
import { isList, isRecord, nameValue, type Value } from "./value.ts";

/** What names mean where an expression stands. */
export interface Environment {
  /** undefined where nothing has that name. */
  readonly lookUp: (name: string) => Value | undefined;
  /** The names in sight, for messages. */
  readonly names: () => Iterable<string>;
  /**
   * A size of a tensor.
   *
   * @throws Error in words for the reader, where there is no such tensor or axis; Unanswerable
   */
  readonly sizeOf: (tensor: string, axis: number) => number;
}

/**
 * The value of a string: of an expression alone, whatever that gives; else text.
 *
 * @throws ExpressionError
 */
export function evaluateTemplate(template: Template, environment: Environment): Value {
  const [only] = template;
  if (template.length === 1) return typeof only === "object" ? evaluate(only, environment) : only!;
  let text = "";
  for (const part of template) {
    text += typeof part === "string" ? part : asText(evaluate(part, environment), part);
    if (text.length > STRING_LENGTH) throw new ExpressionError(0, `the text gets longer than ${STRING_LENGTH} characters`);
  }
  return text;
}

function asText(value: Value, { offset }: Expression): string {
  if (typeof value === "object") throw new ExpressionError(offset, `found ${nameValue(value)}, expected what can stand inside a text`);
  return String(value);
}

function evaluate(expression: Expression, environment: Environment): Value {
  const { offset } = expression;
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "name": {
      const value = environment.lookUp(expression.name);
      if (value === undefined) throw unknownName(expression.name, offset, environment.names());
      return value;
    }
    case "negate": {
      const operand = evaluate(expression.operand, environment);
      return typeof operand === "bigint" ? -operand : -checkedNumber(operand, expression.operand);
    }
    case "not":
      return !truth(expression.operand, environment);
    case "binary":
      return binary(expression.operator, expression.left, expression.right, offset, environment);
    case "condition":
      return evaluate(truth(expression.test, environment) ? expression.yes : expression.no, environment);
    case "call":
      return call(expression, environment);
    case "element":
      return element(evaluate(expression.of, environment), number(expression.index, environment), offset);
    default:
      return member(evaluate(expression.of, environment), expression.name, offset);
  }
}

/** The error of a name that nothing has. */
export function unknownName(name: string, offset: number, names: Iterable<string>): ExpressionError {
  return new ExpressionError(offset, `nothing is named "${name}"${didYouMean(name, names)}`);
}

function binary(operator: BinaryOperator, left: Expression, right: Expression, offset: number, environment: Environment): Value {
  switch (operator) {
    case "||":
      return truth(left, environment) || truth(right, environment);
    case "&&":
      return truth(left, environment) && truth(right, environment);
    case "==":
    case "!=":
      return equal(evaluate(left, environment), evaluate(right, environment), offset) === (operator === "==");
    case "<":
      return number(left, environment) < number(right, environment);
    case "<=":
      return number(left, environment) <= number(right, environment);
    case ">":
      return number(left, environment) > number(right, environment);
    case ">=":
      return number(left, environment) >= number(right, environment);
    default:
      return arithmetic(operator, number(left, environment), number(right, environment), offset);
  }
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "//" | "%" | "**", a: number, b: number, offset: number): number {
  if (b === 0 && (operator === "/" || operator === "//" || operator === "%")) throw new ExpressionError(offset, "divides by zero");
  const result = {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "/": () => a / b,
    "//": () => Math.floor(a / b),
    "%": () => remainder(a, b),
    "**": () => a ** b,
  }[operator]();
  return finite(result, offset);
}

/** What `//` leaves: it has the divisor's sign. */
function remainder(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function finite(result: number, offset: number): number {
  if (!Number.isFinite(result))
    throw new ExpressionError(offset, Number.isNaN(result) ? "gives no number" : "gives a number that is too large");
  return result;
}

function equal(a: Value, b: Value, offset: number): boolean {
  if (typeof a === "object" || typeof b === "object" || typeof a !== typeof b)
    throw new ExpressionError(offset, `${nameValue(a)} and ${nameValue(b)} are not compared`);
  return a === b;
}

function call({ name, operands, offset }: Expression & { readonly kind: "call" }, environment: Environment): Value {
  if (name === "size") {
    expectOperands(name, operands.length, [2, 2], offset);
    const tensor = evaluate(operands[0]!, environment);
    if (typeof tensor !== "string") throw new ExpressionError(offset, `size takes the name of a tensor in ' ', not ${nameValue(tensor)}`);
    const axis = number(operands[1]!, environment);
    try {
      return environment.sizeOf(tensor, axis);
    } catch (error) {
      throw error instanceof Unanswerable ? error : new ExpressionError(offset, (error as Error).message);
    }
  }
  if (name === "len") {
    expectOperands(name, operands.length, [1, 1], offset);
    const list = evaluate(operands[0]!, environment);
    if (!isList(list)) throw new ExpressionError(offset, `len takes a list, not ${nameValue(list)}`);
    return list.length;
  }
  const { operands: bounds, apply } = NUMBER_FUNCTIONS[name];
  expectOperands(name, operands.length, bounds, offset);
  return finite(apply(...operands.map((operand) => number(operand, environment))), offset);
}

function expectOperands(name: string, count: number, [least, most]: readonly [number, number], offset: number): void {
  if (count >= least && count <= most) return;
  const takes = most === Infinity ? "at least one value" : most === 1 ? "one value" : `${most} values`;
  throw new ExpressionError(offset, `${name} takes ${takes}, not ${count}`);
}

function element(list: Value, index: number, offset: number): Value {
  if (!isList(list)) throw new ExpressionError(offset, `found ${nameValue(list)}, expected a list`);
  const found = Number.isInteger(index) ? list.at(index) : undefined;
  if (found === undefined) throw new ExpressionError(offset, `a list of ${list.length} has no element ${index}`);
  return found;
}

function member(record: Value, name: string, offset: number): Value {
  if (!isRecord(record)) throw new ExpressionError(offset, `found ${nameValue(record)}, expected an object`);
  if (!Object.hasOwn(record, name)) throw unknownName(name, offset, Object.keys(record));
  return record[name]!;
}

function number(expression: Expression, environment: Environment): number {
  return checkedNumber(evaluate(expression, environment), expression);
}

function checkedNumber(value: Value, { offset }: Expression): number {
  if (typeof value !== "number") throw new ExpressionError(offset, `found ${nameValue(value)}, expected a number`);
  return value;
}

function truth(expression: Expression, environment: Environment): boolean {
  const value = evaluate(expression, environment);
  if (typeof value !== "boolean") throw new ExpressionError(expression.offset, `found ${nameValue(value)}, expected true or false`);
  return value;
}

/** Every name that an expression reads. */
export function* namesRead(expression: Expression): Generator<{ readonly name: string; readonly offset: number }> {
  switch (expression.kind) {
    case "literal":
      return;
    case "name":
      yield expression;
      return;
    case "negate":
    case "not":
      yield* namesRead(expression.operand);
      return;
    case "binary":
      yield* namesRead(expression.left);
      yield* namesRead(expression.right);
      return;
    case "condition":
      yield* namesRead(expression.test);
      yield* namesRead(expression.yes);
      yield* namesRead(expression.no);
      return;
    case "call":
      for (const operand of expression.operands) yield* namesRead(operand);
      return;
    case "element":
      yield* namesRead(expression.of);
      yield* namesRead(expression.index);
      return;
    default:
      yield* namesRead(expression.of);
  }
}
