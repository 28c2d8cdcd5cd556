import { Alert, Box, TextField, Typography } from "@mui/material";
import { useNavigate } from "react-router";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { stepName } from "./tongue.ts";
import type { MigrationWork, Order } from "./use-migration-order.ts";
import { useTongue } from "./use-step-words.ts";

const native = { select: { native: true }, inputLabel: { shrink: true } } as const;

export function MigrationOrder({ work, pipelineId, to }: { work: MigrationWork; pipelineId: string; to: number }) {
  const text = useText();
  const navigate = useNavigate();
  const { order, change, older, versions } = work;
  return (
    <Sheet title={text("migrate.order")}>
      <Box sx={fieldsStyle}>
        <TextField
          select
          label={text("migrate.from")}
          value={order.from ?? ""}
          slotProps={native}
          onChange={({ target }) => change({ from: Number(target.value) || null, renames: {} })}
        >
          <option value="">{text("migrate.allOlder")}</option>
          {older.map(({ version, openCases }) => (
            <option key={version} value={version}>
              {text("migrate.fromOption", { version, open: openCases })}
            </option>
          ))}
        </TextField>
        <TextField
          select
          label={text("migrate.to")}
          value={to}
          slotProps={native}
          onChange={({ target }) => void navigate(`/pipelines/${pipelineId}/migrate?to=${target.value}`)}
        >
          {versions.data?.items
            .filter(({ version }) => version > 1)
            .map(({ version }) => (
              <option key={version} value={version}>
                {text("pipelines.versionOf", { version })}
              </option>
            ))}
        </TextField>
        <TextField
          select
          label={text("migrate.timers")}
          value={order.timers}
          slotProps={native}
          onChange={({ target }) => change({ timers: target.value as Order["timers"] })}
        >
          <option value="keep">{text("migrate.keep")}</option>
          <option value="recompute">{text("migrate.recompute")}</option>
        </TextField>
      </Box>
      <Renames work={work} />
    </Sheet>
  );
}

function Renames({ work: { lost, ambiguous, after, order, change } }: { work: MigrationWork }) {
  const text = useText();
  const tongue = useTongue();
  if (lost.length === 0 || !after) return null;
  if (ambiguous) return <Alert severity="info">{text("migrate.chooseFrom")}</Alert>;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, mt: 2.5, p: 0 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0 }}>
        {text("migrate.renames")}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, mb: 2 }}>
        {text("migrate.renamesText")}
      </Typography>
      <Box sx={fieldsStyle}>
        {lost.map(({ step, table }) => (
          <TextField
            key={step}
            select
            label={text("migrate.renameOf", { step: stepName(table, step, tongue) })}
            value={order.renames[step] ?? ""}
            slotProps={native}
            onChange={({ target }) => change({ renames: { ...order.renames, [step]: target.value } })}
          >
            <option value="">{text("migrate.noRename")}</option>
            {Object.keys(after.steps)
              .filter((id) => after.steps[id]?.kind === table.steps[step]?.kind)
              .map((id) => (
                <option key={id} value={id}>
                  {stepName(after, id, tongue)} ({id})
                </option>
              ))}
          </TextField>
        ))}
      </Box>
    </Box>
  );
}

const fieldsStyle = {
  display: "grid",
  gap: 2,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(3, minmax(0, 1fr))" },
} as const;
