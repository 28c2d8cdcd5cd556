import type { PostRef } from "../engine/actor.ts";
import { decidingRoles, type Seats } from "../rights/can.ts";
import type { Seated } from "./delegation.ts";
import { mayRecordFor, unitsOfBody, unitsRecordedBy } from "./recording.ts";

interface Recorder {
  personId: string;
  posts: readonly PostRef[];
}

/** Units among whose people the choice lies. */
export const unitsToChooseFrom = ({ posts }: Recorder, seats: Seats): string[] => {
  const units = [...posts.map(({ unit }) => unit), ...unitsRecordedBy(posts, seats)];
  return [...new Set(units.flatMap((unit) => unitsOfBody(unit, seats)))];
};

export interface Choice {
  giver: Seated;
  delegates: Seated[];
}

/** For whom somebody may enter a delegation, and who of the same body could act for each. */
export function choicesFor(by: Recorder, people: readonly Seated[], seats: Seats): Choice[] {
  const deciding = people.filter(({ post }) => decidingRoles.includes(post.role));
  return deciding
    .filter((giver) => mayRecordFor(by, giver, seats))
    .map((giver) => {
      const body = unitsOfBody(giver.post.unit, seats);
      const delegates = deciding.filter(
        ({ personId, post }) => personId !== giver.personId && body.includes(post.unit),
      );
      return { giver, delegates };
    });
}
