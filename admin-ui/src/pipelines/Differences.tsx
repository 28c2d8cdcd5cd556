import { Box, Typography } from "@mui/material";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { differencesOf, type Aspect, type Difference } from "../../../domain/pipelines/difference.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import { stepName } from "./tongue.ts";
import { useTongue, wordsOf, type StepWords } from "./use-step-words.ts";

interface DifferencesProps {
  before: Pipeline;
  after: Pipeline;
}

const tones = { renamed: "info", start: "info", added: "good", removed: "late", changed: "soon" } as const;

/** What the new table changes, in words: a reader need not compare two JSON texts. */
export function Differences({ before, after }: DifferencesProps) {
  const text = useText();
  const found = differencesOf(before, after);
  const { version } = before;
  return (
    <Sheet flush title={text("publish.difference", { version })}>
      {found.length === 0 ? (
        <Empty title={text("publish.differenceNone", { version })} />
      ) : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
          {found.map((one) => (
            <Box component="li" key={one.kind + ("step" in one ? one.step : "")} sx={lineStyle}>
              <Tag tone={tones[one.kind]}>
                <Headline one={one} {...{ before, after }} />
              </Tag>
              {one.kind === "added" && <Whole step={one.step} table={after} />}
              {one.kind === "changed" && <Changed step={one.step} aspects={one.aspects} {...{ before, after }} />}
            </Box>
          ))}
        </Box>
      )}
    </Sheet>
  );
}

function Headline({ one, before, after }: DifferencesProps & { one: Difference }) {
  const { text, label } = useTongue();
  const name = (table: Pipeline, id: string) => `${stepName(table, id, { label })} (${id})`;
  switch (one.kind) {
    case "renamed":
      return text("publish.renamed", { before: label(before.name), after: label(after.name) });
    case "start":
      return text("publish.start", { before: name(before, one.before), after: name(after, one.after) });
    case "removed":
      return text("publish.removed", { step: name(before, one.step) });
    case "added":
      return text("publish.added", { step: name(after, one.step) });
    case "changed":
      return text("publish.changed", { step: name(after, one.step) });
  }
}

function Whole({ step, table }: { step: string; table: Pipeline }) {
  const words = wordsOf(table, step, useTongue());
  if (!words) return null;
  const said = [words.kind, ...words.who, ...words.term.slice(0, 1), ...words.ways].join(" · ");
  return <Typography variant="body2">{said}</Typography>;
}

const saidOf = (words: StepWords | null, aspect: Aspect): readonly string[] => [words?.[aspect] ?? []].flat();

/** Two steps may bear one name: in a comparison each is told with its id. */
const withIds = (table: Pipeline): Pipeline => ({
  ...table,
  steps: Object.fromEntries(
    Object.entries(table.steps).map(([id, step]) => {
      const name = { vi: `${step.name.vi} (${id})`, en: `${step.name.en} (${id})` };
      return [id, { ...step, name }];
    }),
  ),
});

function Changed({ step, aspects, before, after }: DifferencesProps & { step: string; aspects: readonly Aspect[] }) {
  const text = useText();
  const tongue = useTongue();
  const [old, now] = [wordsOf(withIds(before), step, tongue), wordsOf(withIds(after), step, tongue)];
  return (
    <Box component="dl" sx={changesStyle}>
      {aspects.map((aspect) => {
        const [had, has] = [saidOf(old, aspect), saidOf(now, aspect)];
        const gone = had.filter((one) => !has.includes(one));
        const come = has.filter((one) => !had.includes(one));
        return (
          <div key={aspect}>
            <dt>{text(`publish.aspect.${aspect}`)}</dt>
            <dd>
              {gone.map((one) => (
                <div key={one}>
                  {text("publish.before")}: <Box component="del">{one}</Box>
                </div>
              ))}
              {come.map((one) => (
                <div key={one}>
                  {text("publish.after")}: <ins>{one}</ins>
                </div>
              ))}
              {gone.length + come.length === 0 && text("publish.inJson")}
            </dd>
          </div>
        );
      })}
    </Box>
  );
}

const lineStyle = {
  display: "grid",
  gap: 1,
  justifyItems: "start",
  px: { xs: 2, sm: 2.5 },
  py: 1.5,
  borderTop: 1,
  borderColor: "divider",
} as const;
const changesStyle = {
  m: 0,
  display: "grid",
  gap: 0.75,
  fontSize: "0.875rem",
  "& > div": { display: "grid", gridTemplateColumns: { sm: "120px minmax(0, 1fr)" }, columnGap: 1.5 },
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0 },
  "& del": { color: "text.secondary" },
  "& ins": { textDecoration: "none", fontWeight: 600 },
} as const;
