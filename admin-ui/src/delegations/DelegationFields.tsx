import { Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, TextField } from "@mui/material";
import type { DelegationChoices } from "../../../domain/contracts/delegations.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import type { Wish, WishField } from "./wish.ts";

interface DelegationFieldsProps {
  choices: DelegationChoices;
  wish: Wish;
  lacking: readonly WishField[];
  onChange: (wish: Wish) => void;
}

const native = { select: { native: true }, inputLabel: { shrink: true } } as const;
const pair = { display: "grid", gap: 2, gridTemplateColumns: { sm: "1fr 1fr" } } as const;

export function DelegationFields({ choices, wish, lacking, onChange }: DelegationFieldsProps) {
  const text = useText();
  const set = (change: Partial<Wish>) => onChange({ ...wish, ...change });
  const required = (field: WishField) => ({
    required: true,
    error: lacking.includes(field),
    helperText: lacking.includes(field) && text("delegations.required"),
  });
  const dateField = (field: "start" | "end" | "date", label: string) => (
    <TextField
      type="date"
      label={label}
      slotProps={{ inputLabel: { shrink: true } }}
      value={wish[field]}
      onChange={({ target }) => set({ [field]: target.value })}
      {...required(field)}
    />
  );
  return (
    <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
      <Persons choices={choices} wish={wish} set={set} delegate={required("delegate")} />
      <Box sx={pair}>
        {dateField("start", text("delegations.start"))}
        {dateField("end", text("delegations.endDay"))}
      </Box>
      <Box sx={pair}>
        <TextField
          label={text("delegations.documentNumber")}
          value={wish.number}
          slotProps={{ htmlInput: { maxLength: 60 } }}
          onChange={({ target }) => set({ number: target.value })}
          {...required("number")}
        />
        {dateField("date", text("delegations.documentDate"))}
      </Box>
      <TextField
        label={text("delegations.ceilingLabel")}
        value={wish.ceiling}
        error={lacking.includes("ceiling")}
        helperText={text(lacking.includes("ceiling") ? "delegations.ceilingBad" : "delegations.ceilingHint")}
        slotProps={{ htmlInput: { inputMode: "numeric" } }}
        onChange={({ target }) => set({ ceiling: target.value })}
      />
      <PipelineChoice choices={choices} wish={wish} set={set} />
      <FormControlLabel
        label={text("delegations.needsAcceptance")}
        control={
          <Checkbox
            checked={wish.needsAcceptance}
            onChange={({ target }) => set({ needsAcceptance: target.checked })}
          />
        }
      />
    </Box>
  );
}

type Set = (change: Partial<Wish>) => void;
type Parts = Pick<DelegationFieldsProps, "choices" | "wish"> & { set: Set };

function Persons({ choices, wish, set, delegate }: Parts & { delegate: object }) {
  const text = useText();
  const postName = usePostName();
  const seat = ({ name, post }: DelegationChoices["givers"][number]["delegates"][number]) =>
    text("delegations.seat", { name, post: postName(post) });
  const delegates = choices.givers[wish.giver]?.delegates ?? [];
  return (
    <>
      <TextField
        select
        label={text("delegations.giver")}
        slotProps={native}
        value={wish.giver}
        onChange={({ target }) => set({ giver: Number(target.value), delegate: null })}
      >
        {choices.givers.map((giver, index) => (
          <option key={seat(giver)} value={index}>
            {seat(giver)}
          </option>
        ))}
      </TextField>
      <TextField
        select
        label={text("delegations.delegate")}
        slotProps={native}
        value={wish.delegate ?? ""}
        onChange={({ target }) => set({ delegate: target.value === "" ? null : Number(target.value) })}
        {...delegate}
        {...(delegates.length === 0 && { helperText: text("delegations.noDelegate") })}
      >
        <option value="">{text("draft.choose")}</option>
        {delegates.map((one, index) => (
          <option key={seat(one)} value={index}>
            {seat(one)}
          </option>
        ))}
      </TextField>
    </>
  );
}

function PipelineChoice({ choices, wish, set }: Parts) {
  const text = useText();
  const label = useLabel();
  const toggle = (id: string) =>
    wish.pipelines.includes(id) ? wish.pipelines.filter((other) => other !== id) : [...wish.pipelines, id];
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{text("delegations.pipelines")}</FormLabel>
      <Box sx={{ display: "flex", flexWrap: "wrap" }}>
        {choices.pipelines.map(({ id, name }) => (
          <FormControlLabel
            key={id}
            label={label(name)}
            control={<Checkbox checked={wish.pipelines.includes(id)} onChange={() => set({ pipelines: toggle(id) })} />}
          />
        ))}
      </Box>
      <FormHelperText>{text("delegations.pipelinesHint")}</FormHelperText>
    </FormControl>
  );
}
