import { Box } from "@mui/material";
import { formatDong } from "../../../domain/money/dong.ts";
import { Facts } from "../elements/Facts.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";
import { windowChoices } from "./choices.ts";
import type { MoneyLinePage } from "./LineActs.tsx";
import { stateOf, toneOf } from "./line-state.ts";
import { groupName } from "./names.ts";

type Fact = readonly [label: string, value: React.ReactNode];

export function LineFacts({ line }: { line: MoneyLinePage }) {
  const text = useText();
  const [language] = useLanguage();
  const state = stateOf(line);
  const money = (label: string, amount: string | null): Fact[] =>
    amount === null || amount === "0" ? [] : [[label, text("money.dong", { amount: formatDong(amount) })]];
  const window = windowChoices(language).find(([value]) => value === line.window)?.[1];
  const about: Fact[] = [
    [text("ledger.state"), <Tag tone={toneOf[state]}>{text(`ledger.states.${state}`)}</Tag>],
    [text("ledger.unit"), line.unitName],
    [text("ledger.task"), groupName("task", line.task, language)],
    [text("ledger.source"), groupName("source", line.source, language)],
    [text("ledger.year"), line.year],
    ...(window === undefined ? [] : [[text("ledger.window"), window] as Fact]),
  ];
  return (
    <>
      <Sheet
        title={text("ledger.facts")}
        aside={
          line.caseTitle !== null && <TextLink to={`/cases/${line.requestId}`}>{text("ledger.openCase")}</TextLink>
        }
      >
        <Facts facts={about} />
        <Box sx={{ mt: 2 }}>
          <Facts
            facts={[
              ...money(text("money.stage.requested"), line.requested),
              ...money(text("ledger.proposed"), line.proposed),
              ...money(text("money.stage.decided"), line.decided),
              ...money(text("money.stage.assigned"), line.assigned),
              ...money(text("ledger.supplemented"), line.supplemented),
              ...money(text("ledger.carriedIn"), line.carriedIn),
              ...money(text("ledger.carriedOut"), line.carriedOut),
              ...money(text("ledger.recovered"), line.recovered),
              ...money(text("money.stage.disbursed"), line.disbursed),
              ...money(text("ledger.recorded"), line.recorded),
              [text("ledger.remaining"), text("money.dong", { amount: formatDong(line.remaining) })],
            ]}
          />
        </Box>
      </Sheet>
      {line.due.length > 0 && <DueSheet line={line} />}
    </>
  );
}

function DueSheet({ line }: { line: MoneyLinePage }) {
  const text = useText();
  return (
    <Sheet title={text("ledger.due")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {line.due.map(({ period, dueAt, overdue }) => (
          <Box component="li" key={period} sx={{ display: "flex", flexWrap: "wrap", gap: 1.5 }}>
            <Tag tone={overdue ? "late" : "soon"}>{text(overdue ? "ledger.dueOver" : "ledger.dueNow")}</Tag>
            {dueAt === null
              ? text("ledger.dueOpen", { period })
              : text("ledger.dueOn", { period, date: dueDate(dueAt) })}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}
