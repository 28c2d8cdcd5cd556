import { Box, Tab, Tabs } from "@mui/material";
import { useSearchParams } from "react-router";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { CaseContent } from "./CaseContent.tsx";
import { History } from "./History.tsx";
import { Signatures } from "./Signatures.tsx";

const tabs = ["content", "progress", "signatures"] as const;

export function CaseTabs({ view }: { view: CaseView }) {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((name) => name === search.get("tab")) ?? "content";
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_, next: string) =>
          setSearch((before) => ({ ...Object.fromEntries(before), tab: next }), { replace: true })
        }
        aria-label={text("case.tabs")}
        variant="scrollable"
        sx={{ mb: 1.5 }}
      >
        {tabs.map((name) => (
          <Tab
            key={name}
            value={name}
            label={text(`case.${name}`)}
            id={`tab-${name}`}
            aria-controls={`panel-${name}`}
          />
        ))}
      </Tabs>
      {tabs.map((name) => (
        <Box key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={tab !== name}>
          {tab === name && (
            <Sheet flush={name === "signatures"}>
              {name === "content" && <CaseContent view={view} />}
              {name === "progress" && <History view={view} />}
              {name === "signatures" && <Signatures view={view} />}
            </Sheet>
          )}
        </Box>
      ))}
    </>
  );
}
