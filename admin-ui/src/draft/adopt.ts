import { getAt, setAt, type Json } from "./set-at.ts";

type Row = Json & { id?: string };
const rowsAt = (body: Json, path: string): readonly Row[] | undefined => {
  const rows = getAt(body, path);
  return Array.isArray(rows) ? (rows as Row[]) : undefined;
};

/**
 * Ids that the server gave to rows come back with its answer. Each row of mine that is still the very row that was sent
 * takes its id over; whatever was typed stays as it was typed, and so does what was typed since.
 */
export function withIds(mine: Json, sent: Json, answer: Json, parts: readonly string[]): Json {
  const counted = answer["lineCount"] === undefined ? mine : { ...mine, lineCount: answer["lineCount"] };
  return parts.reduce((body, part) => partWithIds(body, sent, answer, `${part}.rows`), counted);
}

function partWithIds(mine: Json, sent: Json, answer: Json, path: string): Json {
  const [rows, before, given] = [rowsAt(mine, path), rowsAt(sent, path), rowsAt(answer, path)];
  if (!rows || !before || before.length !== given?.length) return mine;
  const named = rows.map((row) => {
    const place = before.indexOf(row);
    const id = place < 0 ? undefined : given[place]?.id;
    return id === undefined || id === row.id ? row : { ...row, id };
  });
  const same = named.every((row, index) => row === rows[index]);
  return same ? mine : (setAt(mine, path.split("."), named) as Json);
}
