import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PersonView } from "../../../domain/contracts/accounts.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { useSettled } from "../plan/use-settled.ts";
import { useProvider } from "../providers/use-provider.ts";
import { AccountDialog } from "./AccountDialog.tsx";

function useColumns(onChange: (person: PersonView) => void): Column<PersonView>[] {
  const text = useText();
  const postName = usePostName();
  const { data: me } = useMe();
  const mayChange = me?.grants.includes("administer") ?? false;
  const change = (person: PersonView) => {
    if (person.id === me?.personId) return text("people.yours");
    const verb = person.account ? "end" : "open";
    return (
      <Button
        size="small"
        variant="outlined"
        aria-label={text(`people.${verb}For`, { name: person.name })}
        onClick={() => onChange(person)}
      >
        {text(`people.${verb}`)}
      </Button>
    );
  };
  return [
    {
      key: "name",
      label: text("people.name"),
      head: true,
      cell: ({ name, email }) => (
        <>
          {name}
          <Box sx={{ color: "text.secondary", fontWeight: 400, overflowWrap: "anywhere" }}>{email}</Box>
        </>
      ),
    },
    {
      key: "posts",
      label: text("people.posts"),
      cell: ({ posts }) =>
        posts.length === 0
          ? text("people.noPost")
          : posts.map((post) => <div key={`${post.unit} ${post.role}`}>{postName(post)}</div>),
    },
    {
      key: "account",
      label: text("people.account"),
      whole: true,
      cell: ({ account }) => (
        <Tag tone={account ? "good" : "neutral"}>{text(account ? "people.can" : "people.cannot")}</Tag>
      ),
    },
    ...(mayChange ? [{ key: "change", label: text("people.change"), whole: true, cell: change }] : []),
  ];
}

export default function PeoplePage() {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<PersonView | null>(null);
  const q = useSettled(typed.trim());
  const columns = useColumns(setChosen);
  const people = useQuery({
    queryKey: ["people", q, cursors.cursor ?? ""],
    queryFn: () => provider.listPeople({ q: q || undefined, cursor: cursors.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={text("people.title")} lead={text("people.lead")}>
      <Sheet flush>
        <Box role="search" sx={{ p: 2, maxWidth: 420 }}>
          <TextField
            type="search"
            label={text("people.find")}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              cursors.reset();
            }}
          />
        </Box>
        <Answered query={people}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={text(q ? "people.noMatch" : "people.empty")}>
                {text(q ? "people.noMatchText" : "people.emptyText")}
              </Empty>
            ) : (
              <>
                <DataTable caption={text("people.title")} columns={columns} rows={items} idOf={({ id }) => id} />
                <Pager cursors={cursors} next={next} />
              </>
            )
          }
        </Answered>
      </Sheet>
      {chosen && <AccountDialog person={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
