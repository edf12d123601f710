import type { Graph, Layer } from "../ir/graph.ts";
import { exact, type Figure, maxFigure, scaleFigure, sumFigures } from "./figure.ts";

/** Named figures of one layer or graph. */
export type Figures = Readonly<Record<string, Figure>>;

/**
 * Sums figures over a graph and the graphs that its layers hold: a body counts as often as it runs; of alternatives, the costliest
 * counts, figure by figure.
 *
 * @param own the figures of one layer without its bodies
 * @param visit called with each layer of the graph and its bodies, innermost first, and what it costs with its bodies
 */
export function foldGraph(
  graph: Graph,
  names: readonly string[],
  own: (layer: Layer) => Figures,
  visit?: (layer: Layer, figures: Figures) => void,
): Figures {
  const layers = graph.layers.map((layer) => {
    const figures = foldLayer(layer, names, own, visit);
    visit?.(layer, figures);
    return figures;
  });
  return Object.fromEntries(names.map((name) => [name, sumFigures(layers.map((figures) => figures[name]!))]));
}

function foldLayer(
  layer: Layer,
  names: readonly string[],
  own: (layer: Layer) => Figures,
  visit: ((layer: Layer, figures: Figures) => void) | undefined,
): Figures {
  const figures = own(layer);
  if (layer.bodies.length === 0) return figures;
  const bodies = layer.bodies.map((body) => ({ body, figures: foldGraph(body.graph, names, own, visit) }));
  return Object.fromEntries(
    names.map((name) => {
      const parts = [figures[name]!];
      let costliest: Figure | undefined;
      for (const { body, figures } of bodies) {
        const runs = scaleFigure(figures[name]!, body.runs, body.status);
        if (!body.alternative) parts.push(runs);
        else costliest = costliest === undefined ? runs : maxFigure(costliest, runs);
      }
      return [name, sumFigures([...parts, costliest ?? exact(0)])];
    }),
  );
}

/** Every layer of a graph and of the graphs that its layers hold, in execution order, a body after the layer that holds it. */
export function* everyLayer(graph: Graph): Generator<Layer> {
  for (const layer of graph.layers) {
    yield layer;
    for (const body of layer.bodies) yield* everyLayer(body.graph);
  }
}
