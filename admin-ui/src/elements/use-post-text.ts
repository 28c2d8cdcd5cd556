import { useCallback } from "react";
import { useText } from "../i18n/use-text.ts";
import type { MessageKey } from "../i18n/messages.ts";

interface PostLike {
  role: string;
  unitName: string;
}

/** "Văn thư, Sở Y tế": posts are named by function and unit, never by person. */
export function usePostText(): (post: PostLike) => string {
  const t = useText();
  return useCallback(
    ({ role, unitName }) => t("app.postAt", { role: t(`role.${role}` as MessageKey), unit: unitName }),
    [t],
  );
}
