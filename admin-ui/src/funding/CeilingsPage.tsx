import { useState } from "react";
import { Box, Button, Checkbox, FormControlLabel } from "@mui/material";
import { useMe } from "../layout/use-me.ts";
import { mayPropose } from "../../../domain/funding/may-record.ts";
import { SEATS } from "../../../domain/rights/seats.ts";
import { Page } from "../elements/Page.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { CeilingDialog } from "./CeilingDialog.tsx";
import { CeilingPapers } from "./CeilingPapers.tsx";
import { CeilingTable } from "./CeilingTable.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { yearChoices } from "./choices.ts";

export default function CeilingsPage() {
  const text = useText();
  const me = useMe();
  const [year, setYear] = useState("");
  const [ended, setEnded] = useState(false);
  const [making, setMaking] = useState(false);
  const may = mayPropose(me.data?.posts ?? [], "ceiling-set", SEATS.department) !== undefined;
  return (
    <Page
      title={text("ceilings.title")}
      lead={text("ceilings.lead")}
      above={<TextLink to="/money">{text("ledger.backToMoney")}</TextLink>}
      aside={
        may && (
          <Button variant="contained" onClick={() => setMaking(true)}>
            {text("ceilings.new")}
          </Button>
        )
      }
    >
      <CeilingPapers waiting />
      <Box role="search" sx={{ display: "flex", flexWrap: "wrap", gap: 2, mb: 2, alignItems: "center" }}>
        <Box sx={{ width: 200, display: "grid" }}>
          <ChoiceField
            label={text("ceilings.year")}
            value={year}
            none={text("ceilings.allYears")}
            choices={yearChoices}
            onChange={setYear}
          />
        </Box>
        <FormControlLabel
          control={<Checkbox checked={ended} onChange={(_, checked) => setEnded(checked)} />}
          label={text("ceilings.ended")}
        />
      </Box>
      <CeilingTable key={`${year} ${String(ended)}`} year={year} ended={ended} may={may} />
      <CeilingPapers />
      {making && <CeilingDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}
