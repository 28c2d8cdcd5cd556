import { useState } from "react";
import { Box } from "@mui/material";
import type { FindingView } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { CheckResult } from "./CheckResult.tsx";
import { Differences } from "./Differences.tsx";
import { placeOf } from "./json-places.ts";
import { PublishForm } from "./PublishForm.tsx";
import { Steps } from "./Steps.tsx";
import { TableInput } from "./TableInput.tsx";
import { useTextPlace } from "./use-text-place.ts";
import { usePublication } from "./use-publication.ts";
import { written } from "./written-table.ts";

/** A table is written or chosen, checked, compared and published; `latest` is what it is made on, null for a new one. */
export function Workshop({ latest }: { latest: Pipeline | null }) {
  const text = useText();
  // Whoever publishes meanwhile must not change under the hand what one's own change was made on.
  const [base, setBase] = useState(latest);
  const work = usePublication(latest ? written(latest) : "");
  const place = useTextPlace();
  const { check, stale } = work;
  const read = !stale && check.data?.written.at === "read" ? check.data.written : null;
  const table = read?.table ?? null;
  const go = ({ path }: FindingView) => read && place.goTo(placeOf(read.places, path));
  return (
    <>
      <TableInput work={work} base={base} place={place} />
      <Sheet title={text("publish.result")} flush>
        <Box aria-live="polite">
          {check.isPending && <Loading lines={2} />}
          {check.error && <ProblemNotice error={check.error} retry={() => check.mutate(work.text)} />}
          {!check.data && !check.isPending && !check.error && (
            <Empty title={text("publish.unchecked")}>{text("publish.uncheckedText")}</Empty>
          )}
          {check.data && !check.isPending && (
            <CheckResult checked={check.data} stale={stale} onGo={go} onPlace={place.goTo} />
          )}
        </Box>
      </Sheet>
      {table && base && <Differences before={base} after={table} />}
      {table && read && (
        <>
          <Steps table={table} title={text("publish.preview")} findings={check.data?.answer?.findings ?? []} />
          <PublishForm
            work={work}
            table={table}
            base={base}
            uploaded={read.uploaded}
            publishable={check.data?.answer?.publishable ?? false}
            onRebase={setBase}
          />
        </>
      )}
    </>
  );
}
