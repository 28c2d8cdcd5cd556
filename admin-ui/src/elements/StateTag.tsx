import DraftIcon from "@mui/icons-material/EditNoteOutlined";
import DoneIcon from "@mui/icons-material/CheckCircleOutlined";
import ReturnIcon from "@mui/icons-material/ReplyOutlined";
import WaitIcon from "@mui/icons-material/HourglassEmptyOutlined";
import type { CaseListItem } from "../../../domain/contracts/cases.ts";
import { useLabel } from "../i18n/use-text.ts";
import { Tag } from "./Tag.tsx";

type Standing = Pick<CaseListItem, "state" | "step" | "round" | "outcome">;

export function StateTag({ standing }: { standing: Standing }) {
  const label = useLabel();
  const text = label(standing.state);
  if (standing.outcome !== null) return <Tag tone="good" icon={DoneIcon} label={text} />;
  const drafting = standing.step === "draft" || standing.step === "consolidate";
  if (drafting && standing.round > 1) return <Tag tone="soon" icon={ReturnIcon} label={text} />;
  return drafting ? (
    <Tag tone="info" icon={DraftIcon} label={text} />
  ) : (
    <Tag tone="accent" icon={WaitIcon} label={text} />
  );
}
