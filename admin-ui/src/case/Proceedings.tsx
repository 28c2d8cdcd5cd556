import { Alert, AlertTitle, Box } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Tag } from "../elements/Tag.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";

/** A question that awaits its answer: who asked what, of whom, about which lines. */
export function QuestionNotice({ view }: { view: CaseView }) {
  const text = useText();
  const postName = usePostName();
  const { question } = view;
  if (!question) return null;
  const about = view.lines.filter(({ id }) => question.lines.includes(id));
  return (
    <Alert severity="info" sx={{ mb: 2.5 }}>
      <AlertTitle>{text("lines.question", { name: question.by, time: dateTime(question.at) })}</AlertTitle>
      {question.reason}
      {about.length > 0 && (
        <div>
          {text("lines.questionLines", {
            titles: about.map(({ title, unitName }) => `${title} (${unitName})`).join("; "),
          })}
        </div>
      )}
      <div>{text("lines.questionTo", { posts: question.to.map(postName).join("; ") })}</div>
    </Alert>
  );
}

/** Whose opinion is asked, and who has given it. */
export function ConsultedSheet({ consulted }: Pick<CaseView, "consulted">) {
  const text = useText();
  if (consulted.length === 0) return null;
  return (
    <Sheet title={text("lines.consulted")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {consulted.map(({ unit, unitName, answered, position }) => (
          <Box component="li" key={unit} sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
            <span>{unitName}</span>
            <Tag tone={answered ? "good" : "soon"}>
              {position ? text(`lines.positions.${position}`) : text("lines.awaited")}
            </Tag>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}
