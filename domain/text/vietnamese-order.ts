/*
 * The Vietnamese dictionary order, spelled out. Intl.Collator would do for a screen, but consolidated reports are
 * hashed: their order must not depend on the ICU data of the machine that made them.
 */
const LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

interface SortKey {
  readonly letters: readonly number[];
  readonly tones: readonly number[];
}

function rankOf(letter: string): number {
  const place = LETTERS.indexOf(letter);
  // Spaces, digits and marks come before every letter, in code order.
  return place < 0 ? letter.codePointAt(0)! - 0x110000 : place;
}

function keyOf(text: string): SortKey {
  const letters: number[] = [];
  const tones: number[] = [];
  for (const character of text.normalize("NFC").toLowerCase()) {
    const parts = character.normalize("NFD");
    const tone = TONES.findIndex((mark) => parts.includes(mark));
    const letter = tone < 0 ? character : parts.replace(TONES[tone]!, "").normalize("NFC");
    letters.push(rankOf(letter));
    tones.push(tone + 1);
  }
  return { letters, tones };
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

/** Letters first, tones only between words of the same letters, code points last so that the order is total. */
export function compareVietnamese(a: string, b: string): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  const byLetters = compareNumbers(left.letters, right.letters) || compareNumbers(left.tones, right.tones);
  if (byLetters !== 0) return byLetters;
  return a < b ? -1 : a > b ? 1 : 0;
}

const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? "";

/** People are listed by given name, which is the last word, then by the whole name. */
export const comparePersonNames = (a: string, b: string): number =>
  compareVietnamese(givenName(a), givenName(b)) || compareVietnamese(a.trim(), b.trim());

/** Plan codes in plan order: IV.2 before IV.10, III.3.d before III.3.đ. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = comparePart(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function comparePart(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined && left !== right) return left - right;
  return compareVietnamese(a, b);
}

function numberOf(part: string): number | undefined {
  const roman = ROMAN.indexOf(part);
  if (roman >= 0) return roman + 1;
  const digits = /^\d+/.exec(part);
  return digits ? Number(digits[0]) : undefined;
}
