import { Box, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { formatDong } from "../../../domain/money/dong.ts";
import { Tag } from "../elements/Tag.tsx";
import { Answered } from "../elements/States.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { groupName } from "./names.ts";

/** What the ceilings would say to the request if it were sent now; the server weighs again when it is. */
export function DraftCeilings({ caseId }: { caseId: string }) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const weighed = useQuery({ queryKey: ["weigh-draft", caseId], queryFn: () => provider.weighDraft(caseId) });
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {text("ceilings.draft")}
      </Typography>
      <Answered query={weighed}>
        {({ items }) =>
          items.length === 0 ? (
            <Typography>{text("ceilings.draftNone")}</Typography>
          ) : (
            <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
              {items.map(({ ceiling, added, verdict, remaining, over }) => (
                <Box
                  component="li"
                  key={ceiling.id}
                  sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}
                >
                  <Tag tone={verdict === "ok" ? "good" : verdict === "stop" ? "late" : "soon"}>
                    {text(`lines.verdict.${verdict}`)}
                  </Tag>
                  <span>
                    {text("lines.ceiling", {
                      name: groupName("source", ceiling.source, language),
                      year: ceiling.year,
                      amount: formatDong(ceiling.amount),
                      added: formatDong(added),
                    })}{" "}
                    {verdict === "ok"
                      ? text("lines.room", { amount: formatDong(remaining) })
                      : text("lines.over", { amount: formatDong(over) })}
                  </span>
                </Box>
              ))}
            </Box>
          )
        }
      </Answered>
    </Box>
  );
}
