import { Alert, Box, Button } from "@mui/material";
import type { FindingView } from "../../../domain/contracts/pipelines.ts";
import { useText } from "../i18n/use-text.ts";
import { Findings } from "./Findings.tsx";
import type { Checked } from "./use-publication.ts";

interface CheckResultProps {
  checked: Checked;
  stale: boolean;
  onGo: (finding: FindingView) => void;
  onPlace: (offset: number) => void;
}

export function CheckResult({ checked, stale, onGo, onPlace }: CheckResultProps) {
  const text = useText();
  const { written, answer } = checked;
  if (stale) return <Notice severity="warning">{text("publish.stale")}</Notice>;
  if (written.at === "not-an-object") return <Notice severity="error">{text("publish.notObject")}</Notice>;
  if (written.at === "unreadable") {
    const { line, column, twice, offset } = written;
    return (
      <Notice severity="error" onGo={() => onPlace(offset)}>
        {twice === null
          ? text("publish.notJson", { line, column })
          : text("publish.twice", { line, column, key: twice })}
      </Notice>
    );
  }
  if (!answer) return null;
  const errors = answer.findings.filter(({ severity }) => severity === "error").length;
  const notes = answer.findings.length - errors;
  return (
    <>
      <Notice severity={answer.publishable ? "success" : "error"}>
        {answer.publishable ? text("publish.ok") : text("publish.notOk", { smart_count: errors })}
        {notes > 0 && ` · ${text("publish.warnings", { smart_count: notes })}`}
      </Notice>
      {answer.findings.length > 0 && <Findings findings={answer.findings} table={written.table} onGo={onGo} />}
    </>
  );
}

interface NoticeProps {
  severity: "success" | "warning" | "error";
  onGo?: () => void;
  children: React.ReactNode;
}

function Notice({ severity, onGo, children }: NoticeProps) {
  const text = useText();
  const go = onGo && (
    <Button color="inherit" size="small" onClick={onGo}>
      {text("pipelines.finding.go")}
    </Button>
  );
  return (
    <Box sx={{ px: { xs: 2, sm: 2.5 }, pb: 2 }}>
      <Alert severity={severity} action={go}>
        {children}
      </Alert>
    </Box>
  );
}
