import { useState } from "react";
import { CEILING_MODES, COUNTED_STAGES, type CeilingMode, type CountedStage } from "../../../domain/funding/ceiling.ts";
import type { endpoints } from "../../../domain/contracts/index.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import type { CallOptions } from "../providers/api-client.ts";
import { useProvider } from "../providers/use-provider.ts";
import { AmountField, amountIn } from "./AmountField.tsx";
import type { CeilingView } from "./ceiling-view.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { ceilingSourceChoices, windowChoices, yearChoices } from "./choices.ts";
import { groupName } from "./names.ts";
import { PaperForm } from "./PaperForm.tsx";
import { TextLine } from "./TextLine.tsx";
import { usePaper } from "./use-paper.ts";

type Body = CallOptions<typeof endpoints.proposeCeiling>["body"];
type Modes = Partial<Record<CountedStage, CeilingMode>>;

interface CeilingDialogProps {
  /** Without it a new one. */
  ceiling?: CeilingView;
  end?: boolean;
  onClose: () => void;
}

export function CeilingDialog({ ceiling, end = false, onClose }: CeilingDialogProps) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const [place, setPlace] = useState({
    source: ceiling?.source ?? "",
    year: ceiling ? String(ceiling.year) : "",
    window: ceiling?.window ?? "",
  });
  const [typed, setTyped] = useState(ceiling?.amount ?? "");
  const [modes, setModes] = useState<Modes>(ceiling?.modes ?? { decided: "stop", assigned: "stop" });
  const [document, setDocument] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const amount = amountIn(typed);
  const sending = usePaper((id, body: object) => provider.proposeCeiling({ id, ...body } as Body));
  const send = () => {
    setTried(true);
    const whole = [place.source, place.year, document.trim(), reason.trim()].every((value) => value !== "");
    if (!whole || (!end && amount === undefined)) return;
    const said = {
      source: place.source,
      year: Number(place.year),
      window: place.window === "" ? null : place.window,
      document: document.trim(),
      reason: reason.trim(),
      base: ceiling?.version ?? 0,
    };
    sending.mutate(end ? { kind: "ceiling-end", ...said } : { kind: "ceiling-set", ...said, amount, modes });
  };
  const setMode = (stage: CountedStage, value: string) => {
    const { [stage]: _, ...others } = modes;
    setModes(value === "" ? others : { ...others, [stage]: value as CeilingMode });
  };
  const name = ceiling ? `${groupName("source", ceiling.source, language)}, ${ceiling.year}` : "";
  const title = ceiling ? text(end ? "ceilings.endOf" : "ceilings.changeOf", { name }) : text("ceilings.new");
  const lacking = (value: string) => (tried && value === "" ? text("ledger.needed") : undefined);
  return (
    <PaperForm
      title={title}
      lead={text("ceilings.lead")}
      send={text("ceilings.send")}
      grave={end}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      {!ceiling && (
        <>
          <ChoiceField
            required
            label={text("ceilings.source")}
            value={place.source}
            none=""
            choices={ceilingSourceChoices(language)}
            error={lacking(place.source) !== undefined}
            hint={lacking(place.source)}
            onChange={(source) => setPlace({ ...place, source })}
          />
          <ChoiceField
            required
            label={text("ceilings.year")}
            value={place.year}
            none=""
            choices={yearChoices}
            error={lacking(place.year) !== undefined}
            hint={lacking(place.year)}
            onChange={(year) => setPlace({ ...place, year })}
          />
          <ChoiceField
            label={text("ceilings.window")}
            value={place.window}
            none={text("ceilings.allWindows")}
            choices={windowChoices(language)}
            onChange={(window) => setPlace({ ...place, window })}
          />
        </>
      )}
      {!end && (
        <>
          <AmountField label={text("ceilings.amount")} typed={typed} tried={tried} onType={setTyped} />
          {COUNTED_STAGES.map((stage) => (
            <ChoiceField
              key={stage}
              label={`${text("ceilings.modes")}: ${text(`ceilings.stage.${stage}`).toLocaleLowerCase()}`}
              value={modes[stage] ?? ""}
              none={text("ceilings.mode.none")}
              choices={CEILING_MODES.map((mode) => [mode, text(`ceilings.mode.${mode}`)] as const)}
              onChange={(value) => setMode(stage, value)}
            />
          ))}
        </>
      )}
      <TextLine label={text("ledger.document")} value={document} tried={tried} onChange={setDocument} />
      <TextLine multiline label={text("papers.reason")} value={reason} tried={tried} onChange={setReason} />
    </PaperForm>
  );
}
