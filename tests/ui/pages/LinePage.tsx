import { CeilingPapers } from "../../../admin-ui/src/funding/CeilingPapers.tsx";
import { CeilingTable } from "../../../admin-ui/src/funding/CeilingTable.tsx";
import { LineActs } from "../../../admin-ui/src/funding/LineActs.tsx";
import { LineFacts } from "../../../admin-ui/src/funding/LineFacts.tsx";
import { LinePapers } from "../../../admin-ui/src/funding/LinePapers.tsx";
import { LineStory } from "../../../admin-ui/src/funding/LineStory.tsx";
import { line } from "./money-keeper.ts";

export const LinePage = () => (
  <>
    <LineActs line={line} />
    <LineFacts line={line} />
    <LinePapers lineId={line.id} />
    <LineStory lineId={line.id} />
  </>
);

export const CeilingsPage = () => (
  <>
    <CeilingPapers waiting />
    <CeilingTable year="" ended={false} may />
  </>
);
