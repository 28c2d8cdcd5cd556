import { useEffect } from "react";
import { Box, Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MigrationPreviewView } from "../../../domain/contracts/pipelines.ts";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { PreviewCase } from "./PreviewCase.tsx";
import { sentOrder, type Chosen, type Order } from "./use-migration-order.ts";

interface PreviewListProps {
  pipelineId: string;
  to: number;
  order: Order;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  onTotal: (total: number) => void;
}

export function PreviewList(props: PreviewListProps) {
  // Another order is another list: its pages begin anew.
  return <PreviewPages key={JSON.stringify(props.order)} {...props} />;
}

function PreviewPages({ pipelineId, to, order, chosen, onChoose, onTotal }: PreviewListProps) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const { cursor } = cursors;
  const preview = useQuery({
    queryKey: ["pipeline", pipelineId, "preview", to, order, cursor ?? ""],
    queryFn: () => provider.previewMigration(pipelineId, to, { ...sentOrder(order), ...(cursor && { cursor }) }),
    placeholderData: keepPreviousData,
  });
  const total = preview.data?.total;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total, onTotal]);
  const toggle = ({ caseId, token }: MigrationPreviewView) => {
    const next = new Map(chosen);
    if (!next.delete(caseId)) next.set(caseId, token);
    onChoose(next);
  };
  return (
    <Sheet
      flush
      title={text("migrate.preview")}
      aside={
        total !== undefined && <Typography variant="body2">{text("migrate.total", { smart_count: total })}</Typography>
      }
    >
      <Typography variant="body2" color="text.secondary" sx={{ px: { xs: 2, sm: 2.5 }, pb: 1.5 }}>
        {text("migrate.previewText")}
      </Typography>
      <Answered query={preview}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("migrate.none")}>{text("migrate.noneText", { version: to })}</Empty>
          ) : (
            <>
              <Box
                component="ul"
                aria-label={text("app.tableOf", { name: text("migrate.preview") })}
                sx={{ listStyle: "none", m: 0, p: 0 }}
              >
                {items.map((item) => (
                  <PreviewCase
                    key={item.caseId}
                    item={item}
                    chosen={chosen.has(item.caseId)}
                    onToggle={() => toggle(item)}
                  />
                ))}
              </Box>
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
