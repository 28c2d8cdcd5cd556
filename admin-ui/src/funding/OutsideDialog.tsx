import { useState } from "react";
import { Button } from "@mui/material";
import type { PostRef } from "../../../domain/engine/actor.ts";
import { mayRecordOutside } from "../../../domain/funding/may-record.ts";
import { SEATS } from "../../../domain/rights/seats.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { AmountField, amountIn } from "./AmountField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { outsideSourceChoices, taskChoices, unitChoices, yearChoices } from "./choices.ts";
import type { MoneyLine } from "./line-state.ts";
import { PaperForm } from "./PaperForm.tsx";
import { TextLine } from "./TextLine.tsx";
import { usePaper } from "./use-paper.ts";

/** Units for which one of these posts may record; the department for all. */
const unitsOf = (posts: readonly PostRef[]): readonly string[] => {
  const all = unitChoices("vi").map(([code]) => code);
  return all.filter((unit) => mayRecordOutside(posts, unit, SEATS.department));
};

export function OutsideButton({ posts }: { posts: readonly PostRef[] }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const units = unitsOf(posts);
  if (units.length === 0) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text("ledger.outside")}
      </Button>
      {open && <OutsideDialog units={units} onClose={() => setOpen(false)} />}
    </>
  );
}

interface OutsideDialogProps {
  units: readonly string[];
  /** The line whose amount is corrected. */
  line?: MoneyLine;
  onClose: () => void;
}

const fields = ["unit", "task", "source", "year", "title", "document", "evidence"] as const;
type Entry = Record<(typeof fields)[number], string>;

/** IV.3: own entry of an agency, beside every request. */
export function OutsideDialog({ units, line, onClose }: OutsideDialogProps) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const [entry, setEntry] = useState<Entry>({
    unit: line?.unit ?? (units.length === 1 ? (units[0] ?? "") : ""),
    task: line?.task ?? "",
    source: line?.source ?? "",
    year: line ? String(line.year) : "",
    title: line?.title ?? "",
    document: "",
    evidence: "",
  });
  const [typed, setTyped] = useState(line?.recorded ?? "");
  const [tried, setTried] = useState(false);
  const amount = amountIn(typed);
  const put = (name: keyof Entry) => (value: string) => setEntry({ ...entry, [name]: value });
  const sending = usePaper((id, given: string) => {
    const { year, evidence, ...rest } = entry;
    const proof = evidence.trim() === "" ? {} : { evidence: evidence.trim() };
    return provider.recordOutside({
      id,
      ...rest,
      year: Number(year),
      amount: given,
      ...proof,
      ...(line && { line: line.id }),
    });
  });
  const send = () => {
    setTried(true);
    const whole = fields.every((name) => name === "evidence" || entry[name].trim() !== "");
    if (whole && amount !== undefined) sending.mutate(amount);
  };
  const choice = (name: "unit" | "task" | "source" | "year", choices: readonly (readonly [string, string])[]) => (
    <ChoiceField
      required
      disabled={line !== undefined}
      label={text(`ledger.${name}`)}
      value={entry[name]}
      none=""
      choices={choices}
      error={tried && entry[name] === ""}
      hint={tried && entry[name] === "" ? text("ledger.needed") : undefined}
      onChange={put(name)}
    />
  );
  return (
    <PaperForm
      title={text(line ? "ledger.correct" : "ledger.outside")}
      lead={text("ledger.outsideLead")}
      send={text("ledger.outsideSend")}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      {choice(
        "unit",
        unitChoices(language).filter(([code]) => units.includes(code)),
      )}
      {choice("task", taskChoices(language))}
      {choice("source", outsideSourceChoices(language))}
      {choice("year", yearChoices)}
      <TextLine label={text("ledger.title")} value={entry.title} tried={tried} onChange={put("title")} />
      <AmountField label={text("ledger.amount")} typed={typed} tried={tried} onType={setTyped} />
      <TextLine label={text("ledger.document")} value={entry.document} tried={tried} onChange={put("document")} />
      <TextLine
        multiline
        required={false}
        label={text("ledger.evidence")}
        value={entry.evidence}
        tried={tried}
        onChange={put("evidence")}
      />
    </PaperForm>
  );
}
