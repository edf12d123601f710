import { elementsIn, isStatic, type Layer, macsOf, type MatrixProduct, sumFigures, type Tensor, type WorkClass } from "@modelgauge/core";

/**
 * The multiply-accumulates of a layer by class, from its description and from what is stored; those under `undefined` are of no class,
 * as nothing tells how they are arranged.
 */
export function macsByClass(layer: Layer): ReadonlyMap<WorkClass | undefined, number> {
  const macs = layer.description?.work.mac ?? 0;
  if (macs === 0) return new Map();
  const operands = [...layer.inputs, ...layer.weights].filter((tensor): tensor is Tensor => tensor !== undefined);
  if (!operands.some(isStatic)) return new Map([["attention", macs]]);
  const products = layer.description?.products;
  if (products === undefined) return new Map([[undefined, macs]]);
  const flowing = sumFigures(operands.filter((tensor) => !isStatic(tensor)).map(elementsIn)).value ?? 0;
  const byClass = new Map<WorkClass, number>();
  for (const product of products) {
    const kind = classOf(product, flowing);
    byClass.set(kind, (byClass.get(kind) ?? 0) + macsOf(product));
  }
  return byClass;
}

/** A convolution's windows overlap: its rows take elements of the input more than once. */
function classOf({ count, rows, columns, depth }: MatrixProduct, flowing: number): WorkClass {
  if (count > 1) return columns === 1 ? "depthwise-convolution" : "grouped-convolution";
  return rows * depth > flowing ? "convolution" : "matmul";
}
