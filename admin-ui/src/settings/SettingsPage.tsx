import { useQuery } from "@tanstack/react-query";
import type { SettingView } from "../../../domain/contracts/settings.ts";
import { Page } from "../elements/Page.tsx";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { useProvider } from "../providers/use-provider.ts";
import { SettingSheet } from "./SettingSheet.tsx";

/** Thresholds and dates that a document sets, each with everything it ever was. */
export default function SettingsPage() {
  const text = useText();
  const provider = useProvider();
  const { data: me } = useMe();
  const settings = useQuery({ queryKey: ["settings"], queryFn: () => provider.listSettings() });
  const editable = me?.grants.includes("administer") ?? false;
  return (
    <Page title={text("settings.title")} lead={text("settings.lead")}>
      <Answered query={settings}>
        {(list: readonly SettingView[]) =>
          list.map((setting) => <SettingSheet key={setting.key} setting={setting} editable={editable} />)
        }
      </Answered>
    </Page>
  );
}
