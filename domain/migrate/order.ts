import type { CaseInput, CaseState, Instant } from "../engine/case.ts";
import type { Expected, MigrationOrder } from "../engine/command.ts";
import { refOf } from "../engine/migration.ts";
import { hashOf } from "../engine/seal.ts";
import { previewMigration } from "./preview.ts";

/**
 * Names what somebody saw in a preview: this case as it stood, and this order. Whatever happens to the case afterwards
 * gives it another one, so that nothing is migrated that nobody has looked at.
 */
export const previewToken = ({ caseId }: CaseInput, { seq, lastHash }: CaseState, order: MigrationOrder): string =>
  hashOf({ caseId, seq, lastHash, target: refOf(order.target), renames: order.renames, timers: order.timers });

/** A case that somebody chose, with the token of the preview they saw. */
export interface Chosen {
  input: CaseInput;
  state: CaseState;
  token: string;
}

export interface Weighed {
  caseId: string;
  /** For what the command holds; null: the case or the order is not what was previewed. */
  expected: Expected | null;
  /** Somebody could act afterwards who cannot now. */
  gains: boolean;
}

export function weigh({ input, state, token }: Chosen, order: MigrationOrder, now: Instant): Weighed {
  const { caseId } = input;
  if (previewToken(input, state, order) !== token) return { caseId, expected: null, gains: false };
  const { gains } = previewMigration(input, state, order.target, { ...order, now });
  const { step, round, content } = state;
  return { caseId, expected: { step, round, contentHash: content?.hash ?? null }, gains: gains.length > 0 };
}

/** Who gives others the right to act does not do so alone (OWASP ASVS 2.3.5). */
export const needsSecond = (weighed: readonly Weighed[]): boolean => weighed.some(({ gains }) => gains);
