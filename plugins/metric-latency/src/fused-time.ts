import { type Figure, type Graph, largestFigure, maxFigure, scaleFigure, sumFigures } from "@modelgauge/core";
import { fusedGraph } from "./fused-graph.ts";
import type { Group } from "./groups.ts";
import type { MovedBytes } from "./memory.ts";
import { Moves } from "./moves.ts";

/** How the groups of a graph are timed. */
export interface GroupTiming {
  /** Bytes of each activation that stay on the chip between groups. */
  readonly activationsOnChip: number;
  /** Part of the weights that must be read anew in each run. */
  readonly weightShare: number;
  /** Seconds of a group, the bodies of its layer aside. */
  readonly timeOf: (group: Group, moved: MovedBytes) => Figure;
  /** Called with each group and its seconds, bodies included. */
  readonly visit: (group: Group, time: Figure) => void;
}

/**
 * Seconds of a graph whose fused groups run one after another. A layer that holds bodies takes what these take, each as often as it
 * runs; of alternatives, the slowest.
 */
export function fusedTime(graph: Graph, timing: GroupTiming): Figure {
  return timeOf(graph, timing, true);
}

function timeOf(graph: Graph, timing: GroupTiming, ends: boolean): Figure {
  const fused = fusedGraph(graph);
  const moves = new Moves(graph, fused, timing.activationsOnChip, ends);
  return sumFigures(
    fused.grouping.groups.map((group) => {
      const time = largestFigure([timing.timeOf(group, moves.of(group, timing.weightShare)), bodyTime(group, timing)]);
      timing.visit(group, time);
      return time;
    }),
  );
}

function bodyTime({ layers }: Group, timing: GroupTiming): Figure {
  const bodies = layers.flatMap((layer) => layer.bodies);
  const times = bodies.map((body) => ({ body, time: scaleFigure(timeOf(body.graph, timing, false), body.runs, body.status) }));
  const alternatives = times.filter(({ body }) => body.alternative).map(({ time }) => time);
  const always = times.filter(({ body }) => !body.alternative).map(({ time }) => time);
  return sumFigures(alternatives.length === 0 ? always : [...always, alternatives.reduce(maxFigure)]);
}
