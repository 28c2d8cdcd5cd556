import { useState } from "react";
import { Box, IconButton, TextField, Typography } from "@mui/material";
import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import type { FundingList } from "../../../domain/funding/list.ts";
import { useText } from "../i18n/use-text.ts";
import { visuallyHidden } from "../elements/visually-hidden.ts";
import { moved, ordered, requestName } from "./list-order.ts";

interface ListOrderProps {
  members: FundingList["members"];
  order: readonly string[];
  remarks: Readonly<Record<string, string>>;
  readOnly: boolean;
  onOrder: (order: string[]) => void;
  onRemark: (caseId: string, remark: string) => void;
}

/** Requests in the order in which they go up, each with the department's remark; moved by buttons, so by key as well. */
export function ListOrder({ members, order, remarks, readOnly, onOrder, onRemark }: ListOrderProps) {
  const text = useText();
  const [said, setSaid] = useState("");
  const rows = ordered(members, order);
  const move = (index: number, by: -1 | 1) => {
    const member = rows[index];
    if (!member) return;
    onOrder(moved(rows, index, by));
    setSaid(text("listDesk.moved", { name: requestName(member), place: index + by + 1, count: rows.length }));
  };
  return (
    <>
      <Typography variant="body2">{text("listDesk.orderText")}</Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 1.5 }}>
        {rows.map((member, index) => (
          <Box component="li" key={member.caseId} data-row sx={rowStyle}>
            <Box sx={{ flex: "1 1 220px", minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>
                {index + 1}. {member.unitName}
              </Typography>
              <Typography variant="body2">{member.title}</Typography>
            </Box>
            <TextField
              size="small"
              multiline
              label={text("listDesk.remark", { name: member.unitName })}
              value={remarks[member.caseId] ?? ""}
              sx={{ flex: "2 1 260px" }}
              disabled={readOnly}
              onChange={({ target }) => onRemark(member.caseId, target.value)}
            />
            <Box>
              <IconButton
                aria-label={text("listDesk.up", { name: requestName(member) })}
                disabled={readOnly || index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUpward />
              </IconButton>
              <IconButton
                aria-label={text("listDesk.down", { name: requestName(member) })}
                disabled={readOnly || index === rows.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDownward />
              </IconButton>
            </Box>
          </Box>
        ))}
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </>
  );
}

const rowStyle = { display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "flex-start" } as const;
