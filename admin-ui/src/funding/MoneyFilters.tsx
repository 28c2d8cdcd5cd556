import { Box, Button, TextField } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { ChoiceField, type Choices } from "./ChoiceField.tsx";
import { sourceChoices, taskChoices, unitChoices, yearChoices } from "./choices.ts";
import type { MoneyFilter } from "./use-money-filter.ts";

interface MoneyFiltersProps {
  filter: MoneyFilter;
  filtered: boolean;
  onPut: (change: Readonly<Record<string, string>>) => void;
  onClear: () => void;
}

export function MoneyFilters({ filter, filtered, onPut, onClear }: MoneyFiltersProps) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const campaigns = useQuery({
    queryKey: ["campaigns", "funding-round"],
    queryFn: () => provider.listCampaigns({ kind: "funding-round" }),
  });
  const rounds: Choices = (campaigns.data?.items ?? []).flatMap(({ id, round }) =>
    round ? [[id, `${round.name} (${round.budgetYear})`] as const] : [],
  );
  const choices: readonly (readonly [keyof MoneyFilter & ("year" | "source" | "unit" | "task"), Choices])[] = [
    ["year", yearChoices],
    ["source", sourceChoices(language)],
    ["unit", unitChoices(language)],
    ["task", taskChoices(language)],
  ];
  return (
    <Box role="search" sx={gridStyle}>
      <TextField
        type="search"
        label={text("ledger.find")}
        value={filter.q ?? ""}
        onChange={({ target }) => onPut({ q: target.value })}
      />
      {choices.map(([name, options]) => (
        <ChoiceField
          key={name}
          label={text(`ledger.${name}`)}
          value={filter[name] ?? ""}
          none={text("ledger.all")}
          choices={options}
          onChange={(value) => onPut({ [name]: value })}
        />
      ))}
      {rounds.length > 0 && (
        <ChoiceField
          label={text("ledger.round")}
          value={filter.campaignId ?? ""}
          none={text("ledger.all")}
          choices={rounds}
          onChange={(campaignId) => onPut({ campaignId })}
        />
      )}
      {filtered && (
        <Button variant="outlined" onClick={onClear}>
          {text("ledger.clear")}
        </Button>
      )}
    </Box>
  );
}

const gridStyle = {
  display: "grid",
  gap: 1.5,
  mb: 2,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(auto-fill, minmax(200px, 1fr))" },
} as const;
