import type { StepId } from "../../../domain/engine/pipeline.ts";
import type { Layout, Place, Wire } from "./layout.ts";

export const NODE = { width: 236, height: 74 } as const;
const GAP = { x: 28, y: 38 } as const;
const TRACK = 13;
const EDGE = 10;
/** Room for words beside the ways at the right. */
const BESIDE = 120;

type Point = readonly [x: number, y: number];

export interface Drawing {
  width: number;
  height: number;
  corner: (id: StepId) => { left: number; top: number };
  /** From its end to its start: dashes of ways that share a track then fall on one another. */
  pathOf: (wire: Wire) => string;
  /** Where words about a way are written. */
  labelAt: (wire: Wire) => { left: number; top: number };
}

/** Right angles with a soft bend, whatever the length of the parts. */
function bent(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = rest.map((point, index) => {
    const next = rest[index + 1];
    if (!next) return `L${point.join(" ")}`;
    const before = points[index] ?? point;
    const near = (to: Point): Point => {
      const length = Math.hypot(to[0] - point[0], to[1] - point[1]) || 1;
      const bend = Math.min(8, length / 2);
      return [point[0] + ((to[0] - point[0]) * bend) / length, point[1] + ((to[1] - point[1]) * bend) / length];
    };
    return `L${near(before).join(" ")}Q${point.join(" ")} ${near(next).join(" ")}`;
  });
  return `M${first.join(" ")}${parts.join("")}`;
}

export function drawingOf({ places, ranks, lanes, tracks }: Layout): Drawing {
  const left = EDGE + tracks.left * TRACK + (tracks.left > 0 ? TRACK : 0);
  const rightOfSteps = left + lanes * (NODE.width + GAP.x) - GAP.x;
  const at = (id: StepId): Place => places.get(id) ?? { rank: 0, lane: 0 };
  const x = (id: StepId): number => left + at(id).lane * (NODE.width + GAP.x);
  const y = (id: StepId): number => EDGE + at(id).rank * (NODE.height + GAP.y);
  const lastInRow = ({ rank, lane }: Place): boolean =>
    [...places.values()].every((other) => other.rank !== rank || other.lane <= lane);

  const down = ({ from, to }: Wire): Point[] => {
    const [x1, y1] = [x(from) + NODE.width / 2, y(from) + NODE.height];
    const [x2, y2] = [x(to) + NODE.width / 2, y(to) - 2];
    const middle = (y1 + y2) / 2;
    return x1 === x2 ? [[x1, y1], [x2, y2]] : [[x1, y1], [x1, middle], [x2, middle], [x2, y2]]; // prettier-ignore
  };
  const around = (wire: Wire, side: -1 | 1): Point[] => {
    const { from, to, track } = wire;
    const line = side < 0 ? left - TRACK * (track + 1) : rightOfSteps + TRACK * (track + 1);
    const free = (id: StepId): boolean => (side < 0 ? at(id).lane === 0 : lastInRow(at(id)));
    const rim = (id: StepId): number => (side < 0 ? x(id) : x(id) + NODE.width);
    const inset = (id: StepId): number => rim(id) - side * NODE.width * 0.2;
    const under = y(from) + NODE.height + 9;
    const above = y(to) - 14;
    const start: Point[] = free(from)
      ? [[rim(from), y(from) + NODE.height * 0.7], [line, y(from) + NODE.height * 0.7]]
      : [[inset(from), y(from) + NODE.height], [inset(from), under], [line, under]]; // prettier-ignore
    const end: Point[] = free(to)
      ? [[line, y(to) + NODE.height * 0.3], [rim(to) + side * 2, y(to) + NODE.height * 0.3]]
      : [[line, above], [inset(to), above], [inset(to), y(to) - 2]]; // prettier-ignore
    return [...start, ...end];
  };
  return {
    width: rightOfSteps + (tracks.right > 0 ? tracks.right * TRACK + BESIDE : 0) + EDGE,
    height: EDGE * 2 + ranks * (NODE.height + GAP.y) - GAP.y,
    corner: (id) => ({ left: x(id), top: y(id) }),
    pathOf: (wire) => {
      const points = wire.route === "down" ? down(wire) : around(wire, wire.route === "left" ? -1 : 1);
      return bent(points.toReversed());
    },
    labelAt: ({ from, to, route, track }) =>
      route === "right"
        ? { left: rightOfSteps + TRACK * (track + 1) + 5, top: y(from) + NODE.height * 0.7 + 6 }
        : { left: x(to) + NODE.width / 2 + 6, top: y(to) - GAP.y + 2 },
  };
}
