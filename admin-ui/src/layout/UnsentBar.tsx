import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useSyncExternalStore } from "react";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { pendingCommands, watchOutbox } from "../providers/outbox.ts";
import { useMe } from "./use-me.ts";

/** A decision without an answer is never forgotten, whatever page one is on. */
export function UnsentBar() {
  const t = useText();
  const { data: me } = useMe();
  const commands = useSyncExternalStore(watchOutbox, pendingCommands).filter(
    (command) => command.personId === me?.personId,
  );
  const first = commands[0];
  if (first === undefined) return null;
  return (
    <Alert
      severity="warning"
      className="no-print"
      sx={{ borderRadius: 0 }}
      action={
        <Button component={Link} to={`/cases/${first.caseId}`} color="inherit">
          {t("app.openUnsent")}
        </Button>
      }
    >
      {t("app.unsent", { smart_count: commands.length })}: {first.title}
    </Alert>
  );
}
