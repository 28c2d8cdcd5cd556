import { useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { Box, Button } from "@mui/material";
import type { CaseView, DraftView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { useReading } from "../report/use-reading.ts";
import { CheckSheet } from "./CheckSheet.tsx";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { nameOfPart, partsOf, stopsOf, type Asked, type DraftForm } from "./draft-form.ts";
import { DraftFields } from "./DraftFields.tsx";
import { FormContext } from "./form-context.ts";
import { PartDifferences } from "./PartDifferences.tsx";
import { Recovery, useRecovery } from "./Recovery.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { SectionMenu } from "./SectionMenu.tsx";
import { fieldId } from "./set-at.ts";
import { useDraft } from "./use-draft.ts";

interface DraftEditorProps {
  view: CaseView;
  initial: DraftView;
  form: DraftForm;
}

export function DraftEditor({ view, initial, form }: DraftEditorProps) {
  const text = useText();
  const reading = useReading({ code: view.unit, name: view.unitName });
  const parts = useMemo(() => partsOf(form), [form]);
  const given = useMemo(() => form.given(view), [form, view]);
  const [sheets] = useState(() => new Map<string, GridStore>());
  const named = parts.map((path) => ({ path, name: nameOfPart(form, path, reading) ?? text("draft.head") }));
  const stops = useMemo(() => stopsOf(form), [form]);
  const draft = useDraft(view.id, initial, parts);
  const found = useRecovery(initial, draft, view.draft.editable);
  const readOnly = !view.draft.editable || found.kept !== null;
  const [search, setSearch] = useSearchParams();
  const place = useRef<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const at = stops.find((stop) => stop === search.get("section")) ?? stops[0] ?? "check";
  const index = stops.indexOf(at);
  const section = form.sections.find(({ key }) => key === at);
  const go = (next: string) => setSearch({ section: next }, { replace: true });

  useEffect(() => {
    if (place.current === null) return;
    focusField(place.current);
    place.current = null;
  }, [at]);
  const goToField = (target: string, path: string) => {
    if (form.isCell(path)) setAsked({ path });
    else place.current = path;
    if (target === at) focusField(path);
    else go(target);
  };
  const neighbour = (step: number) => {
    const target = stops[index + step];
    if (target === undefined) return null;
    const label = target === "check" ? text("draft.toCheck") : step < 0 ? text("draft.previous") : text("draft.next");
    return (
      <Button variant={step > 0 ? "contained" : "outlined"} onClick={() => go(target)}>
        {label}
      </Button>
    );
  };

  return (
    <FormContext value={{ form, draft, reading, readOnly, caseId: view.id, given, sheets }}>
      <Recovery found={found} />
      <ConflictNotice
        draft={draft}
        parts={named}
        show={(part, mine, theirs) => <PartDifferences part={part} mine={mine} theirs={theirs} />}
      />
      <SaveStatus draft={draft} readOnly={!view.draft.editable} />
      <Box
        sx={{ display: "grid", gap: 2.5, gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "250px minmax(0, 1fr)" } }}
      >
        <SectionMenu at={at} onChoose={go} draft={draft} returned={view.returned?.sections ?? []} />
        <div>
          {at === "head" && (
            <Sheet title={text("draft.head")}>
              <DraftFields fields={form.headFields} path="head" />
            </Sheet>
          )}
          {section && <form.Section key={section.key} section={section} asked={asked} />}
          {at === "check" && <CheckSheet view={view} draft={draft} onFix={goToField} />}
          <Box sx={{ display: "flex", gap: 1, justifyContent: "space-between" }}>
            <span>{neighbour(-1)}</span>
            <span>{neighbour(1)}</span>
          </Box>
        </div>
      </Box>
    </FormContext>
  );
}

/** The field itself, or the nearest thing above it that can take the focus. */
function focusField(path: string): void {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const element = document.getElementById(fieldId(parts.slice(0, length).join(".")));
    if (!element) continue;
    element.focus();
    element.scrollIntoView({ block: "center" });
    return;
  }
}
