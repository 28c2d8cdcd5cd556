import { useQuery } from "@tanstack/react-query";
import { localDate, yearOf } from "../../../domain/calendar/local-time.ts";
import type { Me } from "../../../domain/contracts/directory.ts";
import { Answered } from "../elements/States.tsx";
import { Page } from "../elements/Page.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { useInbox } from "../inbox/use-inbox.ts";
import { useMe } from "../layout/use-me.ts";
import { maySee } from "../providers/areas.ts";
import { useProvider } from "../providers/use-provider.ts";
import { useNow } from "../time/use-now.ts";
import { CycleCard } from "./CycleCard.tsx";
import { News } from "./News.tsx";
import { nowOf } from "./now.ts";
import { NowCards } from "./NowCards.tsx";
import { OpenRounds } from "./OpenRounds.tsx";
import { Queue } from "./Queue.tsx";

export function HomePage() {
  const text = useText();
  const me = useMe();
  return (
    <Page title={text("home.title")} lead={me.data && <Greeting me={me.data} />}>
      <Answered query={me}>{(person) => <Day me={person} />}</Answered>
    </Page>
  );
}

function Greeting({ me }: { me: Me }) {
  const text = useText();
  const postName = usePostName();
  return (
    <>
      {text("home.greeting", { name: me.name })} · {me.posts.map(postName).join(" · ")}
    </>
  );
}

function useStuck(enabled: boolean) {
  const provider = useProvider();
  const { data } = useQuery({ queryKey: ["stuck", "", ""], queryFn: () => provider.listStuck({}), enabled });
  if (!data) return undefined;
  return { count: data.counts.reduce((sum, one) => sum + one.count, 0), reachable: data.engine.reachable };
}

/** What to do now, then how the whole stands, then what is new. */
function Day({ me }: { me: Me }) {
  const sees = (area: string) => maySee(me.grants, area);
  const inbox = useInbox(undefined, sees("inbox"));
  const items = inbox.data?.items ?? [];
  const year = yearOf(localDate(useNow()));
  const stuck = useStuck(sees("stuck"));
  // What is only one's own draft is said above already.
  const queued = items.length === 0 || items.some(({ id }) => !isDraft(me, id));
  const things = nowOf({ me, first: items.find(({ id }) => !isDraft(me, id)), year, stuck });
  return (
    <>
      {things.length > 0 && <NowCards things={things} />}
      {me.home.campaignId && sees("cycles") && <CycleCard campaignId={me.home.campaignId} desk={sees("desk")} />}
      <OpenRounds />
      {sees("inbox") && (queued || things.length === 0) && <Queue me={me} inbox={inbox} />}
      <News />
    </>
  );
}

const isDraft = (me: Me, caseId: string): boolean => me.home.drafts.some((draft) => draft.caseId === caseId);
