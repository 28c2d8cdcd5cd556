import { useState } from "react";
import { Box, Button } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { COUNTED_STAGES, type CountedStage } from "../../../domain/funding/ceiling.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import type { CeilingView } from "./ceiling-view.ts";
import { CeilingDialog } from "./CeilingDialog.tsx";
import { windowChoices } from "./choices.ts";
import { groupName } from "./names.ts";

interface CeilingTableProps {
  year: string;
  ended: boolean;
  /** Whether changes may be entered. */
  may: boolean;
}

/** Ceiling, what counts under it at every stage, what is left and what goes above. */
export function CeilingTable({ year, ended, may }: CeilingTableProps) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const cursors = useCursors();
  const [changing, setChanging] = useState<{ ceiling: CeilingView; end: boolean } | null>(null);
  const ceilings = useQuery({
    queryKey: ["ceilings", year, ended, cursors.cursor ?? ""],
    queryFn: () =>
      provider.listCeilings({
        cursor: cursors.cursor,
        limit: "50",
        ...(year && { year }),
        ...(ended && { ended: "1" }),
      }),
    placeholderData: keepPreviousData,
  });
  const windowName = (window: string | null) =>
    windowChoices(language).find(([value]) => value === window)?.[1] ?? text("ceilings.allWindows");
  return (
    <Sheet flush title={text("ceilings.list")}>
      <Answered query={ceilings}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("ceilings.none")}>{text("ceilings.noneHint")}</Empty>
          ) : (
            <>
              <DataTable
                caption={text("ledger.tableOf", { title: text("ceilings.list") })}
                rows={items}
                idOf={({ id }) => id}
                columns={[
                  {
                    key: "source",
                    label: text("ceilings.source"),
                    head: true,
                    cell: ({ source }) => groupName("source", source, language),
                  },
                  { key: "year", label: text("ceilings.year"), numeric: true, cell: ({ year: of }) => of },
                  { key: "window", label: text("ceilings.window"), cell: ({ window }) => windowName(window) },
                  {
                    key: "amount",
                    label: text("ceilings.amount"),
                    numeric: true,
                    whole: true,
                    cell: ({ amount }) => formatDong(amount),
                  },
                  ...COUNTED_STAGES.map((stage) => ({
                    key: stage,
                    label: text(`ceilings.stage.${stage}`),
                    cell: (ceiling: CeilingView) => <StageCell ceiling={ceiling} stage={stage} />,
                  })),
                  {
                    key: "document",
                    label: text("ceilings.document"),
                    cell: ({ document, version }) =>
                      `${document} (${text("ceilings.version").toLocaleLowerCase()} ${version})`,
                  },
                  {
                    key: "actions",
                    label: text("ceilings.actions"),
                    cell: (ceiling) => (
                      <Changes ceiling={ceiling} may={may} onChange={(end) => setChanging({ ceiling, end })} />
                    ),
                  },
                ]}
              />
              <Pager cursors={cursors} next={next} />
              {changing && <CeilingDialog {...changing} onClose={() => setChanging(null)} />}
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}

function StageCell({ ceiling, stage }: { ceiling: CeilingView; stage: CountedStage }) {
  const text = useText();
  const { counted, remaining, over } = ceiling.stages[stage];
  const mode = ceiling.modes[stage];
  const exceeded = over !== "0";
  return (
    <Box sx={{ display: "grid", gap: 0.5, justifyItems: "start" }}>
      <span>{formatDong(counted)}</span>
      {mode === undefined ? (
        <Box component="span" sx={{ color: "text.secondary" }}>
          {text("ceilings.modeTag.none")}
        </Box>
      ) : (
        <Tag tone={exceeded ? "late" : "good"}>
          {text(exceeded ? "ceilings.over" : "ceilings.left", { amount: formatDong(exceeded ? over : remaining) })},{" "}
          {text(`ceilings.modeTag.${mode}`)}
        </Tag>
      )}
    </Box>
  );
}

interface ChangesProps {
  ceiling: CeilingView;
  may: boolean;
  onChange: (end: boolean) => void;
}

function Changes({ ceiling, may, onChange }: ChangesProps) {
  const text = useText();
  const [language] = useLanguage();
  const name = `${groupName("source", ceiling.source, language)}, ${ceiling.year}`;
  if (ceiling.openPaperId !== null) return <Tag tone="soon">{text("ceilings.openChange")}</Tag>;
  if (!ceiling.active && !may) return <Tag>{text("ceilings.endedTag")}</Tag>;
  if (!may) return null;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
      {!ceiling.active && <Tag>{text("ceilings.endedTag")}</Tag>}
      <Button
        size="small"
        variant="outlined"
        aria-label={text("ceilings.changeOf", { name })}
        onClick={() => onChange(false)}
      >
        {text("ceilings.change")}
      </Button>
      {ceiling.active && (
        <Button
          size="small"
          variant="outlined"
          aria-label={text("ceilings.endOf", { name })}
          onClick={() => onChange(true)}
        >
          {text("ceilings.end")}
        </Button>
      )}
    </Box>
  );
}
