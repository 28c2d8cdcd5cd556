import type { PostRef } from "../engine/actor.ts";
import type { Seats } from "../rights/can.ts";
import type { Seated } from "./delegation.ts";

interface Recorder {
  personId: string;
  posts: readonly PostRef[];
}

/** Who keeps the papers of a unit: its records clerk; of UBND, those of its office. */
const keepsPapersOf = (post: PostRef, unit: string, { committee, office }: Seats): boolean =>
  post.role === "records-clerk" && post.unit === (unit === committee ? office : unit);

/** The person whose right it is, or that unit's records clerk, who enters the signed document. */
export const mayRecordFor = (by: Recorder, from: Pick<Seated, "personId" | "post">, seats: Seats): boolean =>
  by.personId === from.personId || by.posts.some((post) => keepsPapersOf(post, from.post.unit, seats));

/** Units whose delegations somebody may enter on others' behalf. */
export const unitsRecordedBy = (posts: readonly PostRef[], { committee, office }: Seats): string[] =>
  posts
    .filter(({ role }) => role === "records-clerk")
    .flatMap(({ unit }) => (unit === office ? [office, committee] : [unit]));

/** Units whose people may act for a post of `unit`. UBND and its office are one body: what the one prepares, the other signs. */
export const unitsOfBody = (unit: string, { committee, office }: Seats): string[] =>
  unit === committee || unit === office ? [committee, office] : [unit];
