import { useId } from "react";
import { Box, useTheme } from "@mui/material";
import { toMillions } from "../../../domain/money/dong.ts";
import type { GroupTotals } from "../../../domain/funding/ledger-views.ts";
import { useText } from "../i18n/use-text.ts";
import { squarify, type Area } from "./squarify.ts";
import type { Stage } from "./stages.ts";

const FRAME: Area = { x: 0, y: 0, width: 960, height: 320 };
/** About this many units of the drawing per letter. */
const LETTER = 7.2;

interface MoneyTreemapProps {
  label: string;
  groups: readonly GroupTotals[];
  stage: Stage;
  nameOf: (code: string) => string;
}

const fits = (words: string, { width, height }: Area): boolean => height > 46 && words.length * LETTER < width - 16;

/** A picture of shares. Everything it says stands in the table under it as well. */
export function MoneyTreemap({ label, groups, stage, nameOf }: MoneyTreemapProps) {
  const text = useText();
  const id = useId();
  const { palette } = useTheme();
  const parts = squarify(groups, ({ totals }) => Number(totals[stage]), FRAME);
  if (parts.length === 0) return null;
  const amountOf = ({ totals }: GroupTotals) => text("money.millions", { amount: toMillions(totals[stage]) });
  return (
    <Box
      component="svg"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      sx={{ display: "block", width: "100%", height: "auto", fontFamily: "inherit" }}
    >
      <title id={`${id}-title`}>{label}</title>
      <desc id={`${id}-desc`}>{text("money.treemapHint")}</desc>
      {parts.map(({ item, area }) => {
        const name = nameOf(item.code);
        const shown = fits(name, area) ? name : fits(item.code, area) ? item.code : "";
        return (
          <g key={item.code}>
            <title>{`${name}: ${amountOf(item)}`}</title>
            <rect {...area} fill={palette.tone.accent.wash} stroke={palette.surface.sheet} strokeWidth={3} />
            <rect x={area.x} y={area.y} width={area.width} height={4} fill={palette.surface.accent} />
            <text x={area.x + 8} y={area.y + 24} fontSize={13} fontWeight={600} fill={palette.surface.ink}>
              {shown}
            </text>
            {shown !== "" && (
              <text x={area.x + 8} y={area.y + 42} fontSize={13} fill={palette.surface.ink}>
                {fits(amountOf(item), area) ? amountOf(item) : ""}
              </text>
            )}
          </g>
        );
      })}
    </Box>
  );
}
