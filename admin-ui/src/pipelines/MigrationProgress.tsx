import { Box, Button, LinearProgress, Typography } from "@mui/material";
import { Link } from "react-router";
import type { MigrationView } from "../../../domain/contracts/pipelines.ts";
import { Facts } from "../elements/Facts.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { count } from "../time/numbers.ts";
import { useVersions } from "./queries.ts";
import { isOver } from "./use-migration.ts";

export function MigrationProgress({ migration }: { migration: MigrationView }) {
  const text = useText();
  const { counts, reason, timers, pipelineId, toVersion } = migration;
  const behind = useVersions(pipelineId).data?.items.some(
    ({ version, openCases }) => version < toVersion && openCases > 0,
  );
  const settled = counts.total - counts.open;
  const left = counts.refused + counts.notPreviewed;
  const said = text("migration.progress", { settled: count(settled), total: count(counts.total) });
  return (
    <Sheet>
      <Typography role="status" sx={{ fontWeight: 600, mb: 1 }}>
        {said}
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label={said}
        value={counts.total === 0 ? 100 : (settled / counts.total) * 100}
        sx={{ height: 8, borderRadius: 4, mb: 2.5 }}
      />
      <Facts
        facts={[
          [text("migration.done"), count(counts.done)],
          [text("migration.refused"), count(counts.refused)],
          [text("migration.notPreviewed"), count(counts.notPreviewed)],
          [text("migration.open"), count(counts.open)],
          [text("migrate.timers"), text(`migrate.${timers}`)],
          [text("migrate.reason"), reason],
        ]}
      />
      {isOver(migration) && left > 0 && behind && (
        <Box sx={{ mt: 2.5 }}>
          <Button component={Link} to={`/pipelines/${pipelineId}/migrate?to=${toVersion}`} variant="outlined">
            {text("migration.again")}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}
