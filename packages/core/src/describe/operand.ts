import { check } from "../error/check.ts";
import type { DType } from "../ir/dtype.ts";
import type { Shape } from "../ir/shape.ts";
import type { Status } from "../ir/status.ts";
import type { Tensor, Values } from "../ir/tensor.ts";
import { isTensorType, type ValueType } from "../ir/value-type.ts";

/** A value whose type is known, as the translators of a frontend see it. */
export class Operand {
  readonly tensor: Tensor;
  readonly type: ValueType;

  constructor(tensor: Tensor & { readonly type: ValueType }) {
    this.tensor = tensor;
    this.type = tensor.type;
  }

  get name(): string {
    return this.tensor.name;
  }

  /** @throws ModelGaugeError `invalid-layer` when it is no tensor */
  get dtype(): DType {
    return this.#tensorType().dtype;
  }

  /** @throws ModelGaugeError `invalid-layer` when it is no tensor */
  get shape(): Shape {
    return this.#tensorType().shape;
  }

  get rank(): number {
    return this.shape.length;
  }

  /** How surely sizes and values are known. */
  get status(): Status {
    return this.tensor.status;
  }

  /** Elements of a small constant, row-major. */
  get values(): Values | undefined {
    return this.tensor.values;
  }

  /**
   * Elements as plain numbers, for axes, sizes, scales; int64 beyond ±2^53 (an "up to the end") is rounded. Of an empty tensor, none.
   *
   * @throws ModelGaugeError `invalid-layer` when they are strings
   */
  get numbers(): readonly number[] | undefined {
    const values = this.values ?? (this.shape.includes(0) ? [] : undefined);
    return values?.map((value) => {
      check(typeof value !== "string", () => `"${this.name}" holds strings, not numbers`);
      return Number(value);
    });
  }

  /** The one element of a scalar or of a tensor of one element, as a number. */
  get number(): number | undefined {
    const numbers = this.numbers;
    check(numbers === undefined || numbers.length === 1, () => `"${this.name}" has ${numbers?.length} elements, one is expected`);
    return numbers?.[0];
  }

  #tensorType(): { readonly dtype: DType; readonly shape: Shape } {
    check(isTensorType(this.type), () => `"${this.name}" is a ${this.type.kind}, not a tensor`);
    return this.type;
  }
}

/** The tensor as an operand, where its type is known. */
export function operandOf(tensor: Tensor): Operand | undefined {
  return tensor.type === undefined ? undefined : new Operand(tensor as Tensor & { readonly type: ValueType });
}
