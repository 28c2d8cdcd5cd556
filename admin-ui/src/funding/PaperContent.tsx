import { COUNTED_STAGES, type CeilingMode } from "../../../domain/funding/ceiling.ts";
import type { PaperView } from "../../../domain/contracts/papers.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { dongInWords } from "../../../domain/money/words.ts";
import { Facts } from "../elements/Facts.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { windowChoices } from "./choices.ts";
import { groupName } from "./names.ts";

type Modes = Partial<Record<(typeof COUNTED_STAGES)[number], CeilingMode>>;

/** All that a paper says, as whoever confirms it reads it. */
export function PaperContent({ paper }: { paper: PaperView }) {
  const text = useText();
  const [language] = useLanguage();
  const { source, year, window, modes } = paper.body as {
    source?: string;
    year?: number;
    window?: string | null;
    modes?: Modes;
  };
  const named = windowChoices(language).find(([value]) => value === window)?.[1] ?? text("ceilings.allWindows");
  return (
    <Facts
      facts={[
        ...(source === undefined
          ? ([[text("ledger.line"), paper.title]] as const)
          : ([
              [text("ceilings.source"), groupName("source", source, language)],
              [text("ceilings.year"), year],
              [text("ceilings.window"), named],
            ] as const)),
        ...(paper.amount === null
          ? []
          : ([
              [text("ledger.amount"), text("money.dong", { amount: formatDong(paper.amount) })],
              [text("ledger.inWords"), dongInWords(paper.amount)],
            ] as const)),
        ...COUNTED_STAGES.flatMap((stage) => {
          const mode = modes?.[stage];
          return mode === undefined ? [] : [[text(`ceilings.stage.${stage}`), text(`ceilings.mode.${mode}`)] as const];
        }),
        [text("ledger.document"), paper.document],
        ...(paper.reason === null ? [] : ([[text("papers.reason"), paper.reason]] as const)),
      ]}
    />
  );
}
