export type Language = "vi" | "en";

const ranked = (header: string): string[] =>
  header
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const quality = rest.map((item) => item.trim()).find((item) => item.startsWith("q="));
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag.split("-")[0] ?? "");

/** The first of our two languages the reader's client names; null when it names neither. */
export function languageAsked(header: string | undefined): Language | null {
  return ranked((header ?? "").slice(0, 200)).find((tag) => tag === "vi" || tag === "en") ?? null;
}
