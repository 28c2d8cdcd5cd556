import { useCallback } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import type { MessageKey } from "./messages.ts";
import { setLanguage, type Language } from "./language.ts";

export type { Language };
import { queryClient } from "../providers/query-client.ts";

export type Values = Record<string, string | number | undefined>;
export type Text = (key: MessageKey, values?: Values) => string;

/** Keys are checked by the compiler; a label from the server comes in both languages and needs `useLabel`. */
export function useText(): Text {
  const translate = useTranslate();
  return useCallback((key, values) => translate(key, values), [translate]);
}

export function useLanguage(): [Language, (next: Language) => void] {
  const [locale, setLocale] = useLocaleState();
  const change = useCallback(
    (next: Language) => {
      setLanguage(next);
      setLocale(next);
      // Reasons and problems are written by the server in the reader's language.
      void queryClient.invalidateQueries();
    },
    [setLocale],
  );
  return [locale === "en" ? "en" : "vi", change];
}

export interface Label {
  readonly vi: string;
  readonly en: string;
}

export function useLabel(): (label: Label) => string {
  const [language] = useLanguage();
  return useCallback((label) => label[language] || label.vi, [language]);
}
