/**
 * Where each value of a JSON text stands, by its path ("steps.draft.by"), so that a finding leads to its place; or where
 * the text stops being JSON. What browsers say about that differs from one to the next and is English.
 */
export type Places =
  { ok: true; at: ReadonlyMap<string, number> } | { ok: false; offset: number; twice: string | null };

class Broken extends Error {
  readonly offset: number;
  readonly twice: string | null;
  constructor(offset: number, twice: string | null = null) {
    super("not JSON");
    this.offset = offset;
    this.twice = twice;
  }
}

const STRING = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Reader {
  readonly at = new Map<string, number>();
  readonly #text: string;
  #offset = 0;
  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    this.#value("");
    if (this.#offset < this.#text.length) throw new Broken(this.#offset);
  }

  #value(path: string, offset = this.#offset): void {
    this.#blank();
    if (!this.at.has(path)) this.at.set(path, offset);
    if (this.#takes("{")) this.#members(path);
    else if (this.#takes("[")) this.#items(path);
    else if (this.#text[this.#offset] === '"') this.#string();
    else this.#match(OTHER);
    this.#blank();
  }

  #members(path: string): void {
    const seen = new Set<string>();
    this.#blank();
    if (this.#takes("}")) return;
    do {
      this.#blank();
      const offset = this.#offset;
      const key = JSON.parse(this.#string()) as string;
      if (seen.has(key)) throw new Broken(offset, key);
      seen.add(key);
      this.#blank();
      this.#match(/:/y);
      this.#value(path === "" ? key : `${path}.${key}`, offset);
    } while (this.#takes(","));
    this.#match(/\}/y);
  }

  #items(path: string): void {
    this.#blank();
    if (this.#takes("]")) return;
    let index = 0;
    do {
      this.#blank();
      this.#value(`${path}.${index}`);
      index += 1;
    } while (this.#takes(","));
    this.#match(/\]/y);
  }

  /** A line break inside a string is the usual slip of a hand: the place is its own, not the string's. */
  #string(): string {
    const begins = this.#offset;
    const found = this.#match(STRING);
    const control = found.split("").findIndex((sign) => sign < " ");
    if (control >= 0) throw new Broken(begins + control);
    return found;
  }

  #takes(sign: string): boolean {
    if (this.#text[this.#offset] !== sign) return false;
    this.#offset += 1;
    return true;
  }

  #match(wanted: RegExp): string {
    wanted.lastIndex = this.#offset;
    const found = wanted.exec(this.#text)?.[0];
    if (found === undefined) throw new Broken(this.#offset);
    this.#offset += found.length;
    return found;
  }

  #blank(): void {
    this.#match(/[ \t\r\n]*/y);
  }
}

export function placesIn(text: string): Places {
  const reader = new Reader(text);
  try {
    reader.read();
    return { ok: true, at: reader.at };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, offset: error.offset, twice: error.twice };
    throw error;
  }
}

/** The place of a path, or of the nearest thing around it that is there. */
export function placeOf(at: ReadonlyMap<string, number>, path: string): number {
  for (let here = path; here !== ""; here = here.slice(0, Math.max(0, here.lastIndexOf(".")))) {
    const offset = at.get(here);
    if (offset !== undefined) return offset;
  }
  return 0;
}

export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
