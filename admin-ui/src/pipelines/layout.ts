import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { edgesOf, stepsOf, type Edge } from "../../../domain/lint/edges.ts";

export interface Place {
  /** Row from the top. */
  rank: number;
  /** Column from the left; the straight way is in the first. */
  lane: number;
}

/** A way drawn: straight down to the next row, or around the steps between, on a track left or right of them. */
export interface Wire extends Edge {
  from: StepId;
  route: "down" | "left" | "right";
  track: number;
}

export interface Layout {
  places: ReadonlyMap<StepId, Place>;
  wires: readonly Wire[];
  ranks: number;
  lanes: number;
  tracks: { left: number; right: number };
}

type Ways = readonly (Edge & { from: StepId })[];

function waysOf(table: Pipeline): Ways {
  const known = ({ to }: Edge): boolean => Object.hasOwn(table.steps, to);
  return stepsOf(table).flatMap(([from, step]) =>
    edgesOf(step)
      .filter(known)
      .map((edge) => ({ ...edge, from })),
  );
}

/** The longest way from the start, returns left out; a circle of a faulty table is cut where it is met again. */
function ranksOf(table: Pipeline, ways: Ways): Map<StepId, number> {
  const ranks = new Map<StepId, number>();
  const open = new Set<StepId>();
  const visit = (id: StepId, rank: number): void => {
    if (open.has(id) || (ranks.get(id) ?? -1) >= rank) return;
    ranks.set(id, rank);
    open.add(id);
    for (const { from, to, way } of ways) if (from === id && way !== "back") visit(to, rank + 1);
    open.delete(id);
  };
  if (Object.hasOwn(table.steps, table.start)) visit(table.start, 0);
  // What no way leads to is drawn below everything else, so that it is seen.
  let last = Math.max(-1, ...ranks.values());
  for (const [id] of stepsOf(table)) if (!ranks.has(id)) visit(id, (last += 1));
  return ranks;
}

function straightWay(table: Pipeline, ways: Ways): Set<StepId> {
  const way = new Set<StepId>();
  let next: StepId | undefined = table.start;
  while (next !== undefined && !way.has(next)) {
    way.add(next);
    const here: StepId = next;
    next = ways.find((edge) => edge.from === here && edge.way === "onward")?.to;
  }
  return way;
}

function placesOf(table: Pipeline, ways: Ways): Map<StepId, Place> {
  const ranks = ranksOf(table, ways);
  const straight = straightWay(table, ways);
  const filled = new Map<number, number>();
  const inOrder = [...ranks.keys()].sort((a, b) => Number(straight.has(b)) - Number(straight.has(a)));
  return new Map(
    inOrder.map((id) => {
      const rank = ranks.get(id) ?? 0;
      const lane = filled.get(rank) ?? 0;
      filled.set(rank, lane + 1);
      return [id, { rank, lane }];
    }),
  );
}

function routeOf(from: Place, to: Place): Wire["route"] {
  if (to.rank === from.rank + 1) return "down";
  return to.rank > from.rank ? "right" : "left";
}

type Span = { top: number; bottom: number };

/** Ways to one step share a track; a short track lies inside a long one, and two never lie on each other. */
function tracksFor(spans: ReadonlyMap<StepId, Span>): Map<StepId, number> {
  const tracks: Span[][] = [];
  const shortestFirst = [...spans].sort(([, a], [, b]) => a.bottom - a.top - (b.bottom - b.top));
  return new Map(
    shortestFirst.map(([to, span]) => {
      const free = tracks.findIndex((taken) =>
        taken.every(({ top, bottom }) => span.bottom < top || span.top > bottom),
      );
      const track = free < 0 ? tracks.push([]) - 1 : free;
      tracks[track]?.push(span);
      return [to, track];
    }),
  );
}

/** Steps in the order in which a case meets them; the database keeps no order of its own. */
export const inOrderOfWay = ({ places }: Pick<Layout, "places">): StepId[] =>
  [...places].sort(([, a], [, b]) => a.rank - b.rank || a.lane - b.lane).map(([id]) => id);

/** Where each step and each way of a table is drawn; the same table always looks the same. */
export function layoutOf(table: Pipeline): Layout {
  const ways = waysOf(table);
  const places = placesOf(table, ways);
  const at = (id: StepId): Place => places.get(id) ?? { rank: 0, lane: 0 };
  const routed = ways.map((edge) => ({ ...edge, route: routeOf(at(edge.from), at(edge.to)) }));
  const tracksAt = (side: Wire["route"]): Map<StepId, number> => {
    const spans = new Map<StepId, Span>();
    for (const { from, to, route } of routed) {
      if (route !== side) continue;
      const rows = [at(from).rank, at(to).rank, ...Object.values(spans.get(to) ?? {})];
      spans.set(to, { top: Math.min(...rows), bottom: Math.max(...rows) });
    }
    return tracksFor(spans);
  };
  const [left, right] = [tracksAt("left"), tracksAt("right")];
  const trackOf = ({ route, to }: { route: Wire["route"]; to: StepId }): number =>
    (route === "left" ? left.get(to) : right.get(to)) ?? 0;
  const span = (values: readonly number[]): number => Math.max(-1, ...values) + 1;
  return {
    places,
    wires: routed.map((wire) => ({ ...wire, track: wire.route === "down" ? 0 : trackOf(wire) })),
    ranks: span([...places.values()].map(({ rank }) => rank)),
    lanes: span([...places.values()].map(({ lane }) => lane)),
    tracks: { left: span([...left.values()]), right: span([...right.values()]) },
  };
}
