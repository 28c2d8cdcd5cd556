import { useCallback } from "react";
import { useText } from "../i18n/use-text.ts";
import type { roleSchema } from "../../../domain/contracts/common.ts";
import type { infer as Infer } from "zod";

interface Post {
  role: Infer<typeof roleSchema>;
  unitName: string;
}

export function usePostName(): (post: Post) => string {
  const text = useText();
  return useCallback(
    ({ role, unitName }) => text("app.postAt", { role: text(`role.${role}`), unit: unitName }),
    [text],
  );
}
