import { useState } from "react";
import { Alert, Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import type { FundingDeskView } from "../../../domain/contracts/rounds.ts";
import type { FundingList, ListEditorial } from "../../../domain/funding/list.ts";
import { UnsentCommand } from "../case/UnsentCommand.tsx";
import { FreezeDialog } from "../desk/FreezeDialog.tsx";
import { OwnText } from "../desk/OwnText.tsx";
import { useDossier } from "../desk/use-dossier.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { ordered, requestName } from "./list-order.ts";
import { ListOrder } from "./ListOrder.tsx";

const editorialOf = (body: { editorial?: ListEditorial }): ListEditorial => body.editorial ?? {};
const remarkAt = (caseId: string): string => `editorial.remarks.${caseId}`;

interface ListDossierProps {
  desk: FundingDeskView;
  list: FundingList;
  dossierId: string;
  onDeciding: (open: boolean) => void;
}

/** The department's own part of the list, and the act that freezes it. */
export function ListDossier({ desk, list, dossierId, onDeciding }: ListDossierProps) {
  const text = useText();
  const label = useLabel();
  const { view, draft, setOwn, freeze, unsaved, version } = useDossier(dossierId);
  const [freezing, setFreezing] = useState<{ view: CaseView; action: ActionView } | null>(null);
  const explained = desk.left.filter(({ mustBeExplained }) => mustBeExplained);
  const empty = list.lines.length === 0;
  const handWritten = [
    {
      path: "editorial.order",
      name: text("listDesk.order"),
      shown: (body: object) =>
        ordered(list.members, editorialOf(body).order ?? [])
          .map(requestName)
          .join("; "),
    },
    ...list.members.map((member) => ({
      path: remarkAt(member.caseId),
      name: text("listDesk.remark", { name: member.unitName }),
    })),
  ];
  const open = (decision: typeof freezing) => {
    setFreezing(decision);
    onDeciding(decision !== null);
  };
  return (
    <>
      <UnsentCommand caseId={dossierId} />
      <Sheet title={text("listDesk.freezeTitle")}>
        <Box sx={{ display: "grid", gap: 1.5 }}>
          <Typography>
            {text("listDesk.included", { included: list.members.length, left: desk.left.length })}
          </Typography>
          {empty && <Alert severity="warning">{text("listDesk.emptyList")}</Alert>}
          <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center" }}>
            {freeze && (
              <Button
                variant="contained"
                disabled={!freeze.enabled || unsaved || empty || version === undefined}
                onClick={() => view.data && open({ view: view.data, action: freeze })}
              >
                {label(freeze.label)}
              </Button>
            )}
            <Button component={Link} to={`/cases/${dossierId}`} variant="outlined">
              {text("listDesk.openDossier")}
            </Button>
            {unsaved && <Typography variant="body2">{text("check.saveFirst")}</Typography>}
          </Box>
          {freeze?.reason && <Typography color="text.secondary">{freeze.reason}</Typography>}
        </Box>
      </Sheet>
      {view.data?.draft.editable && (
        <Sheet title={text("listDesk.order")}>
          <Answered query={draft}>
            {(loaded) => (
              <OwnText initial={loaded} onDraft={setOwn} numbered={[]} more={handWritten}>
                {({ body, change }, readOnly) => (
                  <ListOrder
                    members={list.members}
                    order={editorialOf(body).order ?? []}
                    remarks={editorialOf(body).remarks ?? {}}
                    readOnly={readOnly}
                    onOrder={(order) => change("editorial.order", order)}
                    onRemark={(caseId, remark) => change(remarkAt(caseId), remark === "" ? undefined : remark)}
                  />
                )}
              </OwnText>
            )}
          </Answered>
        </Sheet>
      )}
      {freezing && version !== undefined && (
        <FreezeDialog
          {...freezing}
          draftVersion={version}
          missing={explained.map(({ caseId, unit, unitName }) => ({
            unit,
            case: caseId,
            label: text("listDesk.reasonFor", { unit: unitName }),
          }))}
          texts={{
            title: text("listDesk.freezeTitle"),
            text: text("listDesk.freezeText"),
            note: text("listDesk.leftText"),
            common: text("listDesk.commonReason"),
            done: text("listDesk.openDossier"),
          }}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
