import { useState } from "react";
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import type { RoundPlan } from "../../../domain/contracts/rounds.ts";
import { Answered, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { firstForm, lackingIn, roundOf, type RoundForm } from "./round-form.ts";
import { RoundFields } from "./RoundFields.tsx";

interface Opened {
  campaignId: string;
  started: boolean;
  name: string;
}

/** For those who may open a round: the button, the form with what the budget calendar proposes, and what came of it. */
export function OpenRound() {
  const text = useText();
  const provider = useProvider();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const plan = useQuery({
    queryKey: ["round-plan", ""],
    queryFn: () => provider.prepareRound(undefined),
    enabled: asking,
  });
  return (
    <Box aria-live="polite">
      {opened && (
        <Alert
          severity="success"
          sx={{ mb: 1.5 }}
          action={
            <Button component={Link} to={`/rounds/${opened.campaignId}`} color="inherit" size="small">
              {text("rounds.goTo")}
            </Button>
          }
        >
          {text(opened.started ? "rounds.opened" : "rounds.openedAlready", { name: opened.name })}
        </Alert>
      )}
      <Button variant="contained" onClick={() => setAsking(true)}>
        {text("rounds.open")}
      </Button>
      <Dialog open={asking} fullWidth maxWidth="sm" onClose={() => setAsking(false)} aria-labelledby="open-round">
        <DialogTitle id="open-round">{text("rounds.openTitle")}</DialogTitle>
        <Answered query={plan}>
          {(known) => (
            <RoundForm
              plan={known}
              onClose={() => setAsking(false)}
              onOpened={(answer) => {
                setOpened(answer);
                setAsking(false);
              }}
            />
          )}
        </Answered>
      </Dialog>
    </Box>
  );
}

interface RoundFormProps {
  plan: RoundPlan;
  onClose: () => void;
  onOpened: (opened: Opened) => void;
}

function RoundForm({ plan, onClose, onOpened }: RoundFormProps) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const [form, setForm] = useState<RoundForm>(() => firstForm(plan));
  const [tried, setTried] = useState(false);
  // The same round twice is one round: nothing can be opened a second time by a second click.
  const open = useMutation({
    mutationFn: () => provider.openRound(form.closesOn, roundOf(form)),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ["campaigns"] });
      onOpened({ ...answer, name: form.name.trim() });
    },
  });
  const send = () => {
    setTried(true);
    const [first] = lackingIn(form);
    if (first) document.getElementById(`round-${first}`)?.focus();
    else open.mutate();
  };
  return (
    <>
      <DialogContent>
        <Typography variant="body2" color="text.secondary">
          {text("rounds.openText")}
        </Typography>
        <RoundFields plan={plan} form={form} tried={tried} onChange={setForm} />
        {open.error && (
          <Box sx={{ mt: 2 }}>
            <ProblemNotice error={open.error} />
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text("app.cancel")}</Button>
        <Button variant="contained" disabled={open.isPending} onClick={send}>
          {text("rounds.open")}
        </Button>
      </DialogActions>
    </>
  );
}
