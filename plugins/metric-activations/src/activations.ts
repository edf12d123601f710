import {
  defineMetric,
  elementsIn,
  everyLayer,
  type Figure,
  type Figures,
  foldGraph,
  type Graph,
  isFolded,
  isStatic,
  largestFigure,
  type Layer,
  type ModelMetric,
  sumFigures,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";
import { bodyPeak, mayRun } from "./body-peak.ts";
import { measureLive } from "./live.ts";
import { liveTable } from "./live-table.ts";

/** What flows through the network (C5). */
export const activations: ModelMetric<"total" | "peak" | "peak-live" | "peak-live-bytes"> = defineMetric({
  id: "activations",
  title: "Activations",
  figures: {
    total: { unit: "elements", description: "the network's inputs and every tensor that a layer produces" },
    peak: { unit: "elements", description: "the most that one layer holds, inputs and outputs" },
    "peak-live": {
      unit: "elements",
      description: "the most that is alive at once in execution order; of a layer, what is alive while it runs",
    },
    "peak-live-bytes": { unit: "bytes", description: "the most bytes that are alive at once in execution order" },
  },
  conventions: [
    {
      id: "C5",
      text:
        "Activations are the network's inputs and what layers produce, views and element-wise functions of one input aside: these need no " +
        "memory of their own. The peak is the most that one layer holds, inputs and outputs; the live peak follows each tensor to its last use.",
    },
  ],
  measure({ graph }) {
    const layers = new Map<Layer, Figures>();
    const state = (layer: Layer, figures: Figures): void => void layers.set(layer, { ...layers.get(layer), ...figures });
    const produced = foldGraph(graph, ["total"], producedBy(bodyOutputs(graph)), state);
    const peak = peakOf(graph, state);
    const live = measureLive(graph, state);
    return {
      totals: { total: sumFigures([...graph.inputs.map(elementsIn), produced["total"]!]), peak, ...live.peak },
      layers,
      tables: { live: liveTable(graph, live.blocks) },
    };
  },
});

/** Tensors that bodies hand out: they count as outputs of the layers that hold the bodies. */
function bodyOutputs(graph: Graph): ReadonlySet<Tensor> {
  return new Set([...everyLayer(graph)].flatMap(({ bodies }) => bodies.flatMap((body) => body.graph.outputs)));
}

function producedBy(elsewhere: ReadonlySet<Tensor>): (layer: Layer) => Figures {
  return (layer) => {
    const own = newOutputs(layer).filter((output) => !elsewhere.has(output));
    return { total: sumFigures([...own.map(elementsIn), ...gaps(layer)]) };
  };
}

/** The most that one layer of a graph or its bodies holds; layers that work in place, views and folded ones hold nothing of their own. */
function peakOf(graph: Graph, state: (layer: Layer, figures: Figures) => void): Figure {
  return largestFigure(
    graph.layers.flatMap((layer) => {
      const bodies = layer.bodies.filter(mayRun).map((body) => bodyPeak(body, peakOf(body.graph, state)));
      const outputs = newOutputs(layer);
      if (isFolded(layer) || (outputs.length === 0 && layer.outputs.length > 0)) return bodies;
      const inputs = new Set(layer.inputs.filter((input): input is Tensor => input !== undefined && !isStatic(input)));
      const peak = sumFigures([...[...inputs, ...outputs].map(elementsIn), ...gaps(layer)]);
      state(layer, { peak });
      return [peak, ...bodies];
    }),
  );
}

/** The outputs that take memory of their own. */
function newOutputs({ outputs, description }: Layer): readonly Tensor[] {
  const aliased = new Set(description?.aliases?.map(({ output }) => output));
  return outputs.filter((output, index): output is Tensor => output !== undefined && !isStatic(output) && !aliased.has(index));
}

/** What a layer that nothing describes holds beside its outputs. */
function gaps({ description }: Layer): readonly Figure[] {
  return description === undefined ? [UNKNOWN] : [];
}
