/** Works through the items with so many under way at any moment; results in the order of the items. */
export async function atOnce<I, R>(limit: number, items: readonly I[], work: (item: I) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.map((item, index) => ({ item, index }));
  const hand = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.index] = await work(next.item);
  };
  await Promise.all(Array.from({ length: limit }, hand));
  return results;
}

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
