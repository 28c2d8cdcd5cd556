import type { CaseView } from "../../../domain/contracts/cases.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";

type Signature = CaseView["signatures"][number];

export function Signatures({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  if (view.signatures.length === 0) {
    return <Empty title={text("signature.empty")}>{text("signature.emptyText")}</Empty>;
  }
  const position: Column<Signature> = {
    key: "position",
    label: text("signature.position"),
    cell: ({ position: given }) => given && text(`lines.positions.${given}`),
  };
  const columns: Column<Signature>[] = [
    { key: "step", label: text("signature.step"), head: true, cell: ({ stepName }) => label(stepName) },
    {
      key: "who",
      label: text("signature.who"),
      cell: ({ name, onBehalfOf, mark }) => (
        <>
          {mark !== null && mark !== "own" && `${mark} `}
          {name}
          {onBehalfOf !== null && `, ${text("signature.onBehalf", { name: onBehalfOf })}`}
        </>
      ),
    },
    { key: "post", label: text("signature.post"), cell: ({ post }) => postName(post) },
    { key: "when", label: text("signature.when"), cell: ({ at }) => dateTime(at) },
    { key: "content", label: text("signature.content"), cell: ({ hash }) => <code>{hash.slice(0, 12)}</code> },
    ...(view.signatures.some(({ position }) => position !== null) ? [position] : []),
    {
      key: "state",
      label: text("signature.state"),
      cell: ({ superseded }) => (
        <Tag tone={superseded ? "neutral" : "good"}>
          {superseded ? text("signature.superseded") : text("signature.valid")}
        </Tag>
      ),
    },
  ];
  return (
    <DataTable
      caption={text("case.signatures")}
      columns={columns}
      rows={view.signatures}
      idOf={(row) => `${row.step}-${row.round}-${row.at}`}
    />
  );
}
