import { type Figure, figure, type Graph, largestFigure, maxFigure, scaleFigure, sumFigures } from "@modelgauge/core";
import { fusedGraph } from "./fused-graph.ts";
import type { Group } from "./groups.ts";
import type { MovedBytes } from "./memory.ts";
import { Moves } from "./moves.ts";
import { type Step, timeOfSteps } from "./steps.ts";

/** What a group takes, the bodies of its layer aside. */
export interface GroupTime {
  /** Seconds that it keeps the device busy. */
  readonly busy: Figure;
  /** Seconds of transfers beside that. */
  readonly transfers: Figure;
}

/** How the groups of a graph are timed. */
export interface GroupTiming<Time extends GroupTime = GroupTime> {
  /** Bytes of each activation that stay on the chip between groups. */
  readonly activationsOnChip: number;
  /** Part of the weights that must be read anew in each run. */
  readonly weightShare: number;
  /** Seconds of transfers that may run ahead of the group that they belong to, or behind it. */
  readonly lead: number;
  readonly timeOf: (group: Group, moved: MovedBytes) => Time;
  /** Called with each group, its time, and the seconds that it takes alone, bodies included. */
  readonly visit: (group: Group, time: Time, alone: Figure) => void;
}

/**
 * Seconds of a graph whose fused groups run one after another. A layer that holds bodies takes what these take, each as often as it
 * runs; of alternatives, the slowest.
 */
export function fusedTime<Time extends GroupTime>(graph: Graph, timing: GroupTiming<Time>): Figure {
  return timeOf(graph, timing, true);
}

function timeOf<Time extends GroupTime>(graph: Graph, timing: GroupTiming<Time>, ends: boolean): Figure {
  const fused = fusedGraph(graph);
  const moves = new Moves(graph, fused, timing.activationsOnChip, ends);
  const steps: Step[] = [];
  const times = fused.grouping.groups.map((group) => {
    const time = timing.timeOf(group, moves.of(group, timing.weightShare));
    const work = largestFigure([time.busy, bodyTime(group, timing)]);
    const alone = largestFigure([work, time.transfers]);
    steps.push({ busy: work.value ?? 0, transfers: time.transfers.value ?? 0 });
    timing.visit(group, time, alone);
    return alone;
  });
  return figure(timeOfSteps(steps, timing.lead), sumFigures(times).status);
}

function bodyTime<Time extends GroupTime>({ layers }: Group, timing: GroupTiming<Time>): Figure {
  const bodies = layers.flatMap((layer) => layer.bodies);
  const times = bodies.map((body) => ({ body, time: scaleFigure(timeOf(body.graph, timing, false), body.runs, body.status) }));
  const alternatives = times.filter(({ body }) => body.alternative).map(({ time }) => time);
  const always = times.filter(({ body }) => !body.alternative).map(({ time }) => time);
  return sumFigures(alternatives.length === 0 ? always : [...always, alternatives.reduce(maxFigure)]);
}
