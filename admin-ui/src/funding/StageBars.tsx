import { Box } from "@mui/material";
import { formatDifference, formatDong } from "../../../domain/money/dong.ts";
import type { StageTotals } from "../../../domain/funding/ledger-views.ts";
import { useText } from "../i18n/use-text.ts";
import { STAGES, shareOf, variance } from "./stages.ts";

/** The stages one under the other, each with what it leaves of the one before. */
export function StageBars({ totals }: { totals: StageTotals }) {
  const text = useText();
  return (
    <Box component="dl" sx={{ m: 0, display: "grid", gap: 1.5 }}>
      {STAGES.map((stage, index) => {
        const before = STAGES[index - 1];
        const difference = before ? variance(totals, stage, before) : 0n;
        return (
          <Box key={stage} sx={{ display: "flex", flexWrap: "wrap", columnGap: 2, justifyContent: "space-between" }}>
            <dt>{text(`money.stage.${stage}`)}</dt>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {text("money.dong", { amount: formatDong(totals[stage]) })}
              {difference !== 0n && (
                <Box component="span" sx={{ fontWeight: 400, color: "text.secondary" }}>
                  {" "}
                  ({difference > 0n && "+"}
                  {formatDifference(difference)})
                </Box>
              )}
            </Box>
            <Box
              component="dd"
              aria-hidden="true"
              sx={{ m: 0, width: "100%", height: 10, mt: 0.5, borderRadius: 1, bgcolor: "surface.band" }}
            >
              <Box
                sx={{ height: "100%", borderRadius: 1, bgcolor: "surface.accent" }}
                style={{ width: `${shareOf(totals, stage) * 100}%` }}
              />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
