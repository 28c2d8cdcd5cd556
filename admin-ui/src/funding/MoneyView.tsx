import { useMemo, useState, type ReactNode } from "react";
import { Box, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import {
  LEDGER_GROUPS,
  type GroupTotals,
  type LedgerGroup,
  type StageTotals,
} from "../../../domain/funding/ledger-views.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { MoneyTable } from "./MoneyTable.tsx";
import { MoneyTreemap } from "./MoneyTreemap.tsx";
import { groupName } from "./names.ts";
import { StageBars } from "./StageBars.tsx";
import { STAGES, type Stage } from "./stages.ts";

interface MoneyViewProps {
  totals: StageTotals;
  groups: readonly GroupTotals[];
  by: LedgerGroup;
  onBy: (group: LedgerGroup) => void;
  download?: ReactNode;
  /** Names that only the server knows, such as agencies of today. */
  names?: Readonly<Record<string, string>>;
}

const NO_NAMES = {};

/** Where the money stands: by stage, then by source, agency, task or year; each picture with its table. */
export function MoneyView({ totals, groups, by, onBy, download, names = NO_NAMES }: MoneyViewProps) {
  const text = useText();
  const [language] = useLanguage();
  const [stage, setStage] = useState<Stage>("requested");
  const named = useMemo(
    () =>
      groups
        .map((group) => ({ ...group, name: names[group.code] ?? groupName(by, group.code, language) }))
        .sort((a, b) => (BigInt(b.totals.requested) > BigInt(a.totals.requested) ? 1 : -1)),
    [groups, names, by, language],
  );
  const nameOf = (code: string) => named.find((group) => group.code === code)?.name ?? code;
  const head = text(`money.by.${by}`);
  const caption = text("money.caption", { by: head.toLocaleLowerCase() });
  if (totals.lines === 0) return <Empty title={text("money.none")}>{text("money.noneHint")}</Empty>;
  return (
    <>
      <Sheet title={text("money.stages")}>
        <StageBars totals={totals} />
        {totals.recorded !== "0" && (
          <Typography sx={{ mt: 2 }}>
            {text("ledger.recordedTotal", { amount: formatDong(totals.recorded) })}
          </Typography>
        )}
      </Sheet>
      <Sheet title={caption} aside={download}>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mb: 2 }}>
          <Choice label={text("money.groupBy")} value={by} options={LEDGER_GROUPS} prefix="money.by" onChange={onBy} />
          <Choice label={text("money.drawn")} value={stage} options={STAGES} prefix="money.stage" onChange={setStage} />
        </Box>
        <MoneyTreemap
          label={`${caption}: ${text(`money.stage.${stage}`).toLocaleLowerCase()}`}
          groups={named}
          stage={stage}
          nameOf={nameOf}
        />
        <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 2 }}>
          {text("draft.unitMoney")}
        </Typography>
        <MoneyTable
          caption={text("money.table", { by: head.toLocaleLowerCase() })}
          head={head}
          groups={named}
          totals={totals}
        />
      </Sheet>
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  prefix: "money.by" | "money.stage";
  onChange: (value: T) => void;
}

function Choice<T extends LedgerGroup | Stage>({ label, value, options, prefix, onChange }: ChoiceProps<T>) {
  const text = useText();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      sx={{ flexWrap: "wrap" }}
      onChange={(_, next: T | null) => next && onChange(next)}
    >
      {options.map((option) => (
        <ToggleButton key={option} value={option}>
          {text(`${prefix}.${option}` as "money.by.source")}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
