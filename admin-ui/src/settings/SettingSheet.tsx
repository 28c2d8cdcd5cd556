import { useState } from "react";
import { Alert, Box, Button, Typography } from "@mui/material";
import type { SettingView } from "../../../domain/contracts/settings.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { ChangeSetting } from "./ChangeSetting.tsx";
import { shownSetting } from "./setting-value.ts";

export function SettingSheet({ setting, editable }: { setting: SettingView; editable: boolean }) {
  const text = useText();
  const label = useLabel();
  const [changing, setChanging] = useState(false);
  const [savedFrom, setSavedFrom] = useState<string | null>(null);
  const words = { always: text("settings.always"), dong: text("settings.dong"), days: text("settings.days"), label };
  const shown = (value: string) => shownSetting(setting, value, words);
  const name = label(setting.label);
  return (
    <Sheet
      title={name}
      aside={
        editable && (
          <Button variant="outlined" aria-label={text("settings.changeOf", { name })} onClick={() => setChanging(true)}>
            {text("settings.change")}
          </Button>
        )
      }
    >
      <Typography variant="body2" color="text.secondary">
        {label(setting.effect)}
      </Typography>
      <Typography sx={{ my: 1 }}>
        {text("settings.inForce")}: <strong>{shown(setting.value)}</strong>
      </Typography>
      <Box role="status">
        {savedFrom && <Alert severity="success">{text("settings.saved", { date: dayText(savedFrom) })}</Alert>}
      </Box>
      <DataTable
        caption={`${text("settings.history")}: ${name}`}
        rows={setting.history}
        idOf={({ from, at, value }) => `${from} ${at} ${value}`}
        columns={[
          { key: "from", label: text("settings.from"), head: true, cell: ({ from }) => dayText(from) },
          { key: "value", label: text("settings.value"), cell: ({ value }) => shown(value) },
          { key: "document", label: text("settings.document"), cell: ({ document }) => document },
          { key: "by", label: text("settings.by"), cell: ({ by }) => by ?? text("settings.shipped") },
        ]}
      />
      {changing && (
        <ChangeSetting
          setting={setting}
          name={name}
          onClose={() => setChanging(false)}
          onSaved={(from) => {
            setSavedFrom(from);
            setChanging(false);
          }}
        />
      )}
    </Sheet>
  );
}
