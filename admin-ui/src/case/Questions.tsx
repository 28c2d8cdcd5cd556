import { Box, Button, Typography } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { AnswerQuestion } from "./AnswerQuestion.tsx";

interface QuestionsProps {
  view: CaseView;
  onRetract: (action: ActionView, question: number) => void;
}

const actionOn = ({ actions }: CaseView, verb: "answer" | "retract-question", seq: number): ActionView | undefined =>
  actions.find((action) => action.verb === verb && action.enabled && action.questions.includes(seq));

/** Questions that wait: who asked whom, since when, and the answer where it is read. */
export function Questions({ view, onRetract }: QuestionsProps) {
  const text = useText();
  if (view.questions.length === 0) return null;
  return (
    <Sheet title={text("question.title")}>
      {view.clock.pausedAt && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {text("question.paused")}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 2 }}>
        {view.questions.map((question) => (
          <QuestionLine key={question.seq} {...{ view, question, onRetract }} />
        ))}
      </Box>
    </Sheet>
  );
}

function QuestionLine({ view, question, onRetract }: QuestionsProps & { question: CaseView["questions"][number] }) {
  const text = useText();
  const postName = usePostName();
  const { seq, by, post, at, to } = question;
  const about = view.lines.filter(({ id }) => question.lines.includes(id));
  const answer = actionOn(view, "answer", seq);
  const retract = actionOn(view, "retract-question", seq);
  return (
    <Box component="li" sx={{ borderLeft: 3, borderColor: "tone.soon.line", pl: 2 }}>
      <Typography sx={{ whiteSpace: "pre-wrap" }}>{question.text}</Typography>
      <Typography variant="body2" color="text.secondary">
        {text("question.asked", { name: by, post: postName(post), time: dateTime(at) })}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {text("question.to", { posts: to.map(postName).join("; ") })}
      </Typography>
      {about.length > 0 && (
        <Typography variant="body2" color="text.secondary">
          {text("lines.questionLines", {
            titles: about.map(({ title, unitName }) => `${title} (${unitName})`).join("; "),
          })}
        </Typography>
      )}
      {answer && <AnswerQuestion view={view} action={answer} question={seq} />}
      {retract && (
        <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={() => onRetract(retract, seq)}>
          {text("question.retract")}
        </Button>
      )}
    </Box>
  );
}
