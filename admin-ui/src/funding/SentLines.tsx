import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useText, type Text } from "../i18n/use-text.ts";

interface Answer {
  line: string;
  said: string;
  reason: string;
}

/** What was said of each line, in the words of its form. */
function answersIn(body: CommandRequestBody, text: Text): Answer[] {
  const amount = (dong: number) => text("money.dong", { amount: formatDong(String(dong)) });
  switch (body.verb) {
    case "opine":
      return (body.amounts ?? []).map(({ line, amount: given, position = "agree", reason = "" }) => ({
        line,
        said: `${text(`lines.positions.${position}`)}, ${amount(given)}`,
        reason,
      }));
    case "approve":
      return (body.proposals ?? []).map(({ line, amount: given, reason = "" }) => ({
        line,
        said: amount(given),
        reason,
      }));
    case "decide-lines":
      return body.decisions.map(({ line, decision, amount: given, reason = "" }) => ({
        line,
        said: [text(`lines.outcomes.${decision}`), ...(given === undefined ? [] : [amount(given)])].join(", "),
        reason,
      }));
    case "resolve-lines":
      return body.lines.map((line) => ({
        line,
        said: text("lines.resolutionNamed", { number: body.resolution.number }),
        reason: "",
      }));
    default:
      return [];
  }
}

/** One command, one result per line: all of it was recorded, or none. */
export function SentLines({ lines, body }: { lines: readonly CaseLineView[]; body: CommandRequestBody }) {
  const text = useText();
  const answers = answersIn(body, text);
  if (answers.length === 0) return null;
  const named = (id: string) => lines.find((line) => line.id === id);
  return (
    <Sheet title={text("lines.sent")} flush>
      <DataTable
        caption={text("lines.table")}
        rows={answers}
        idOf={({ line }) => line}
        columns={[
          { key: "line", label: text("lines.line"), head: true, cell: ({ line }) => named(line)?.title ?? line },
          { key: "unit", label: text("lines.unit"), cell: ({ line }) => named(line)?.unitName },
          { key: "said", label: text("lines.outcome"), cell: ({ said }) => said },
          { key: "reason", label: text("lines.reason"), cell: ({ reason }) => reason },
        ]}
      />
    </Sheet>
  );
}
