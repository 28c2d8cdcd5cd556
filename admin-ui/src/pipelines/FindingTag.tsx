import type { FindingView } from "../../../domain/contracts/pipelines.ts";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";

export function FindingTag({ severity }: Pick<FindingView, "severity">) {
  const text = useText();
  return <Tag tone={severity === "error" ? "late" : "soon"}>{text(`pipelines.finding.${severity}`)}</Tag>;
}
