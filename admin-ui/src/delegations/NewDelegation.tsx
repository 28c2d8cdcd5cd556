import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import type { DelegationChoices } from "../../../domain/contracts/delegations.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useNow } from "../time/use-now.ts";
import { DelegationFields } from "./DelegationFields.tsx";
import { blankWish, lackingIn, requestOf, type WishField } from "./wish.ts";
import { useMake } from "./use-delegations.ts";

interface NewDelegationProps {
  choices: DelegationChoices;
  onClose: () => void;
}

export function NewDelegation({ choices, onClose }: NewDelegationProps) {
  const text = useText();
  const make = useMake();
  const now = useNow();
  const [id, setId] = useState(newCommandId);
  const [wish, setWish] = useState(() => blankWish(choices, now));
  const [lacking, setLacking] = useState<readonly WishField[]>([]);
  const save = () => {
    const missing = lackingIn(wish);
    setLacking(missing);
    if (missing.length > 0) return;
    make.mutate(requestOf(id, wish, choices), {
      onSuccess: onClose,
      // An answer that never came keeps its id: sending again is then the same delegation.
      onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
    });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="delegation-title">
      <DialogTitle id="delegation-title">{text("delegations.newTitle")}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {text("delegations.newText")}
        </Typography>
        <DelegationFields choices={choices} wish={wish} lacking={lacking} onChange={setWish} />
        {make.error && <ProblemNotice error={make.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text("app.cancel")}</Button>
        <Button variant="contained" disabled={make.isPending} onClick={save}>
          {text(make.isPending ? "delegations.saving" : "delegations.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
