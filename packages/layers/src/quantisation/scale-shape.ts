import { check, formatShape, product, resolveAxis, sameShape, type Shape, type TensorType } from "@modelgauge/core";

/** How the scales of a quantised tensor lie over it. */
export interface ScaleLayout {
  /** Axis that scales run along, negative from the end; where there is one scale for all, it does not matter. */
  readonly axis: number;
  /** Elements along the axis that share a scale; 0 where each index along the axis has one scale. */
  readonly blockSize: number;
}

/**
 * Requires that scales and zero points fit the tensor that they belong to: one for all, one for each index along an axis, or one for
 * each block along it.
 *
 * @throws ModelGaugeError `invalid-layer` when they do not
 */
export function checkScale(x: TensorType, scale: TensorType, zeroPoint: TensorType | undefined, layout: ScaleLayout): void {
  const fits = scaleShapes(x.shape, scale.shape, layout).some((shape) => sameShape(scale.shape, shape));
  check(fits, () => `scales of ${formatShape(scale.shape)} do not fit ${formatShape(x.shape)} along axis ${layout.axis}`);
  const alike = zeroPoint === undefined || product(zeroPoint.shape) === product(scale.shape);
  check(alike, () => `there are scales of ${formatShape(scale.shape)} and zero points of ${formatShape(zeroPoint!.shape)}`);
}

function scaleShapes(shape: Shape, scale: Shape, { axis, blockSize }: ScaleLayout): readonly Shape[] {
  if (product(scale) === 1 && blockSize === 0) return [scale];
  const along = resolveAxis(axis, shape.length);
  return blockSize > 0 ? [shape.with(along, Math.ceil(shape[along]! / blockSize))] : [[shape[along]!]];
}
