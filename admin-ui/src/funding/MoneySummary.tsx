import { Box } from "@mui/material";
import type { FundingRequest } from "../../../domain/funding/request-schema.ts";
import { sumsOf } from "../../../domain/funding/request-sums.ts";
import { formatDifference, formatDong } from "../../../domain/money/dong.ts";
import { dongInWords } from "../../../domain/money/words.ts";
import { Facts } from "../elements/Facts.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";

/** The sums of the form as one writes, in figures and in words; none is ever typed. */
export function MoneySummary({ request }: { request: FundingRequest }) {
  const text = useText();
  const sums = sumsOf(request);
  const difference = BigInt(sums.costsTotal) - BigInt(sums.grandTotal);
  const dong = (amount: string) => text("money.dong", { amount: formatDong(amount) });
  return (
    <Box sx={{ p: 2, mb: 2, borderRadius: 1.5, bgcolor: "surface.band" }}>
      <Facts
        facts={[
          [text("request.requested"), dong(sums.requested)],
          [text("request.inWords"), dongInWords(sums.requested)],
          [text("request.later"), dong(sums.later)],
          [text("request.offBudget"), dong(sums.offBudget)],
          [text("request.tableA"), dong(sums.grandTotal)],
          [text("request.tableB"), dong(sums.costsTotal)],
        ]}
      />
      <Box role="status" sx={{ mt: 1.5 }}>
        {difference === 0n ? (
          <Tag tone="good">{text("request.equal")}</Tag>
        ) : (
          <Tag tone="soon">{text("request.differ", { amount: formatDifference(difference) })}</Tag>
        )}
      </Box>
    </Box>
  );
}
