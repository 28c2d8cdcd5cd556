import type { StepCounts } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { casesAt } from "./cases-at.ts";
import { inOrderOfWay, layoutOf } from "./layout.ts";
import { lines } from "./lines.tsx";
import { useTongue, wordsOf, type StepWords } from "./use-step-words.ts";

type Row = StepWords & { id: StepId };

/** The twin of the diagram: the same steps, told one after the other. */
export function StepTable({ table, counts }: { table: Pipeline; counts: StepCounts | undefined }) {
  const text = useText();
  const tongue = useTongue();
  const rows = inOrderOfWay(layoutOf(table)).flatMap((id): Row[] => {
    const words = wordsOf(table, id, tongue);
    return words ? [{ id, ...words }] : [];
  });
  const waiting: Column<Row> = {
    key: "waiting",
    label: text("pipelines.waitingHere"),
    cell: ({ id, name }) => {
      const here = counts?.steps.find(({ step }) => step === id);
      if (!here) return null;
      return (
        <TextLink to={casesAt(table.id, id)} label={text("pipelines.openListAt", { step: name })}>
          {text("pipelines.waiting", { smart_count: here.open })}
          {here.overdue > 0 && ` · ${text("pipelines.late", { smart_count: here.overdue })}`}
        </TextLink>
      );
    },
  };
  const columns: Column<Row>[] = [
    {
      key: "step",
      label: text("pipelines.step"),
      head: true,
      cell: ({ id, name }) => (
        <>
          {name}
          <div>
            <code>{id}</code>
          </div>
        </>
      ),
    },
    ...(counts ? [waiting] : []),
    { key: "kind", label: text("pipelines.kind"), cell: ({ kind }) => kind },
    { key: "who", label: text("pipelines.who"), cell: (row) => lines(row.who) },
    { key: "term", label: text("pipelines.term"), cell: (row) => lines(row.term) },
    { key: "ways", label: text("pipelines.ways"), cell: (row) => lines(row.ways) },
    { key: "marks", label: text("pipelines.marks"), cell: (row) => lines(row.marks) },
  ];
  return (
    <DataTable
      caption={text("app.tableOf", { name: text("pipelines.steps") })}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
    />
  );
}
