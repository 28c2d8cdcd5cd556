import polyglotI18nProvider from "ra-i18n-polyglot";
import reactAdminEn from "ra-language-english";
import { currentLanguage } from "./language.ts";
import { en, vi } from "./messages.ts";
import { reactAdminVi } from "./react-admin.vi.ts";

const catalogues = { vi: { ...reactAdminVi, ...vi }, en: { ...reactAdminEn, ...en } };

export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === "en" ? catalogues.en : catalogues.vi),
  currentLanguage(),
  [
    { locale: "vi", name: "Tiếng Việt" },
    { locale: "en", name: "English" },
  ],
);
