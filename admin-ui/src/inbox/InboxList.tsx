import { Box, Typography } from "@mui/material";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import { DueTag } from "../elements/DueTag.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";

export function InboxList({ items }: { items: readonly InboxItem[] }) {
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {items.map((item) => (
        <Box
          component="li"
          key={item.id}
          data-row
          sx={{ px: { xs: 2, sm: 2.5 }, py: 1.75, borderTop: 1, borderColor: "divider" }}
        >
          <InboxRow item={item} />
        </Box>
      ))}
    </Box>
  );
}

function InboxRow({ item }: { item: InboxItem }) {
  const text = useText();
  const label = useLabel();
  const role = text(`role.${item.why.post.role}`);
  const whyOf = ({ onBehalfOf, reassigned }: InboxItem["why"], role: string): string => {
    if (onBehalfOf !== null) return text("inbox.whyOnBehalf", { name: onBehalfOf, role });
    return reassigned ? text("inbox.whyReassigned", { role }) : text("inbox.why", { role });
  };
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <Box sx={{ flex: "1 1 240px", minWidth: 0 }}>
          <TextLink to={`/cases/${item.id}`}>{item.title}</TextLink>
        </Box>
        <DueTag {...item} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {item.unitName} · {label(item.stepName)} · {text("inbox.round", { round: item.round })} ·{" "}
        {whyOf(item.why, role)}
      </Typography>
      {item.returned && (
        <Box sx={{ mt: 0.5 }}>
          <Tag tone="soon">{text("inbox.returned", { reason: item.returned.reason })}</Tag>
        </Box>
      )}
    </>
  );
}
