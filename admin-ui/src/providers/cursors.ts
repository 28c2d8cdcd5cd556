/**
 * react-admin counts pages, the API hands out keyset cursors. The cursor that opens page n is learnt from page n − 1;
 * a link straight to a later page walks there once.
 */
interface Page<T> {
  items: T[];
  next: string | null;
}

const known = new Map<string, Map<number, string | null>>();

async function cursorOf<T>(
  pages: Map<number, string | null>,
  page: number,
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<string | null | undefined> {
  for (let n = 1; n < page; n += 1) {
    if (pages.has(n + 1)) continue;
    const before = n === 1 ? undefined : (pages.get(n) ?? undefined);
    pages.set(n + 1, (await fetchPage(before)).next);
  }
  return page === 1 ? undefined : pages.get(page);
}

export async function pageByNumber<T>(
  key: string,
  page: number,
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<Page<T>> {
  // Page one is the fresh start of a list: cursors learnt from older answers may skip new rows.
  const pages = page === 1 ? new Map<number, string | null>() : (known.get(key) ?? new Map<number, string | null>());
  known.set(key, pages);
  const cursor = await cursorOf(pages, page, fetchPage);
  if (cursor === null) return { items: [], next: null };
  const answer = await fetchPage(cursor);
  pages.set(page + 1, answer.next);
  return answer;
}
