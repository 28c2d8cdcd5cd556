export type Json = Record<string, unknown>;

/** Absent instead of empty: the draft's schema knows no empty value. */
export function setAt(source: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(source)) {
    const copy: unknown[] = [...(source as unknown[])];
    copy[Number(key)] = setAt(copy[Number(key)], rest, value);
    return copy;
  }
  const { [key]: before, ...others } = (source ?? {}) as Json;
  const next = setAt(before, rest, value);
  return next === undefined ? others : { ...others, [key]: next };
}

export const getAt = (source: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Json | undefined)?.[key], source);

export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;
