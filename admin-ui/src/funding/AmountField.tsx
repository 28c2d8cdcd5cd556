import { TextField } from "@mui/material";
import { formatDong, type Dong } from "../../../domain/money/dong.ts";
import { readPasted } from "../../../domain/money/pasted.ts";
import { dongInWords } from "../../../domain/money/words.ts";
import { useText } from "../i18n/use-text.ts";

interface AmountFieldProps {
  label: string;
  typed: string;
  tried: boolean;
  onType: (typed: string) => void;
}

/** What is typed, as đồng; undefined while it is not clear. */
export function amountIn(typed: string): Dong | undefined {
  const read = readPasted(typed, ".");
  return read.ok ? read.amount : undefined;
}

/** An amount as people write it; what was understood stands under it in figures and words. */
export function AmountField({ label, typed, tried, onType }: AmountFieldProps) {
  const text = useText();
  const amount = amountIn(typed);
  const wrong = amount === undefined && (tried || typed.trim() !== "");
  const hint =
    amount === undefined
      ? text(wrong ? "ledger.amountWrong" : "ledger.amountHint")
      : `${text("money.dong", { amount: formatDong(amount) })} (${dongInWords(amount)})`;
  return (
    <TextField
      required
      label={label}
      value={typed}
      error={wrong}
      helperText={hint}
      slotProps={{ htmlInput: { inputMode: "decimal" } }}
      onChange={({ target }) => onType(target.value)}
    />
  );
}
