import {
  bytesIn,
  defineMetric,
  elementsIn,
  type Figure,
  foldGraph,
  type Graph,
  type Layer,
  measureTensors,
  type ModelMetric,
  scaleFigure,
  sumFigures,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";
import { savedTensors } from "./saved-tensors.ts";

const FLOAT32_BYTES = 4;

type TrainingFigure = "total" | "total-sgd" | "stored" | "gradients" | "master" | "moments" | "activations";

/** What training takes in memory, at the end of a forward pass (C11). */
export const trainingMemory: ModelMetric<TrainingFigure> = defineMetric({
  id: "training-memory",
  title: "Training memory",
  needs: ["model-size"],
  figures: {
    total: { unit: "bytes", description: "what training with Adam holds at the end of a forward pass" },
    "total-sgd": { unit: "bytes", description: "the same with plain gradient descent, which keeps no moments" },
    stored: { unit: "bytes", description: "everything stored: weights, biases, buffers, constants" },
    gradients: { unit: "bytes", description: "one for each weight and bias, in its dtype" },
    master: { unit: "bytes", description: "float32 copies of weights and biases that are kept in fewer bits" },
    moments: { unit: "bytes", description: "Adam's two moments of each weight and bias, in float32" },
    activations: { unit: "bytes", description: "activations that the backward pass needs" },
  },
  conventions: [
    {
      id: "C11",
      text:
        "Training memory = everything stored + a gradient of each weight and bias in its dtype + a float32 copy of those in fewer bits + two float32 " +
        "moments (Adam) + the activations that the backward pass needs, without recomputing any.",
    },
  ],
  measure({ graph, measured }) {
    const stored = measured("model-size").totals["total"] ?? UNKNOWN;
    const { gradients, master, moments } = measureTensors(graph, ["gradients", "master", "moments"], trainedShare).totals;
    const { total: activations, layers } = savedActivations(graph);
    const sgd = sumFigures([stored, gradients!, master!, activations]);
    return {
      totals: {
        total: sumFigures([sgd, moments!]),
        "total-sgd": sgd,
        stored,
        gradients: gradients!,
        master: master!,
        moments: moments!,
        activations,
      },
      layers,
    };
  },
});

function trainedShare(tensor: Tensor): Partial<Record<"gradients" | "master" | "moments", Figure>> {
  if (tensor.role !== "weight" && tensor.role !== "bias") return {};
  const elements = elementsIn(tensor);
  const bytes = bytesIn(tensor);
  const wide = elements.value !== null && bytes.value !== null && bytes.value >= elements.value * FLOAT32_BYTES;
  return {
    gradients: bytes,
    moments: scaleFigure(elements, 2 * FLOAT32_BYTES, "exact"),
    ...(!wide && { master: scaleFigure(elements, FLOAT32_BYTES, "exact") }),
  };
}

/** What each layer produces for the backward pass; in a loop, in each run. Frameworks differ in what they keep: an estimate. */
function savedActivations(graph: Graph): { readonly total: Figure; readonly layers: ReadonlyMap<Layer, Readonly<Record<string, Figure>>> } {
  const saved = savedTensors(graph);
  const bytes = (tensors: readonly (Tensor | undefined)[]): readonly Figure[] =>
    tensors.flatMap((tensor) => (tensor !== undefined && saved.has(tensor) ? [scaleFigure(bytesIn(tensor), 1, "estimate")] : []));
  const layers = new Map<Layer, Readonly<Record<string, Figure>>>();
  const { activations } = foldGraph(
    graph,
    ["activations"],
    ({ outputs, description }) => ({ activations: sumFigures([...bytes(outputs), ...(description === undefined ? [UNKNOWN] : [])]) }),
    (layer, figures) => layers.set(layer, figures),
  );
  return { total: sumFigures([...bytes(graph.inputs), activations!]), layers };
}
