import type { PartView, partNames } from "../../domain/contracts/operations.ts";
import { texts } from "../texts/index.ts";
import type { Language } from "../http/language.ts";
import { iso } from "../clock-text.ts";

export type PartName = (typeof partNames)[number];
export type Finding = Pick<PartView, "status" | "detail">;

const CHECK_DEADLINE = 2500;

/** The innermost message says what is wrong; the outer ones only say who noticed. */
export function reasonOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const message =
    inner instanceof AggregateError ? String(inner.errors[0]) : inner instanceof Error ? inner.message : String(inner);
  return message.split("\n")[0]?.slice(0, 300) ?? "";
}

const outOfTime = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`no answer within ${CHECK_DEADLINE / 1000} s`)));
  });

/** Each part is asked on its own clock: one that hangs never hides the others. */
export async function checkPart(
  name: PartName,
  language: Language,
  clock: () => number,
  ask: () => Promise<Finding>,
): Promise<PartView> {
  const start = clock();
  const finding = await Promise.race([ask(), outOfTime(AbortSignal.timeout(CHECK_DEADLINE))]).catch(
    (error: unknown): Finding => ({ status: "down", detail: texts[language].health.noAnswer(reasonOf(error)) }),
  );
  return { name, ...finding, checkedAt: iso(clock()), latencyMs: clock() - start };
}
