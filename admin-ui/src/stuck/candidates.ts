import type { StuckRow } from "../../../domain/contracts/operations.ts";
import type { Candidate } from "../case/DecideFields.tsx";
import type { CandidatePost } from "../case/decision.ts";
import type { usePostName } from "../elements/use-post-name.ts";
import type { Text } from "../i18n/use-text.ts";

/** A post as a whole, or one person in it. */
export function candidatesOf(row: StuckRow, postName: ReturnType<typeof usePostName>, text: Text): Candidate[] {
  return row.candidates.flatMap((post) => {
    const at: CandidatePost = { unit: post.unit, role: post.role };
    const name = postName(post);
    return [
      { value: JSON.stringify(at), label: `${name}: ${text("stuck.whoever").toLocaleLowerCase()}` },
      ...post.people.map((person) => ({
        value: JSON.stringify({ ...at, personId: person.personId } satisfies CandidatePost),
        label: `${name}: ${person.name}`,
      })),
    ];
  });
}
