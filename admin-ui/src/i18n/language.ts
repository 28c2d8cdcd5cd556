export type Language = "vi" | "en";
const KEY = "trinh-ky.language";

const stored = (): Language => (localStorage.getItem(KEY) === "en" ? "en" : "vi");

let language: Language = stored();

export const currentLanguage = (): Language => language;

/** Remembered on this device before sign-in as well: the sign-in page is the first thing a reader meets. */
export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
}
