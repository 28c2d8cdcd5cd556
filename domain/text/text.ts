/** Text is NFC at every edge: the same word typed on two keyboards must be the same string. */
export const nfc = (text: string): string => text.normalize("NFC");

/** Search key. NFD leaves đ whole, so it is mapped by hand. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

/** `d` and `đ` are two list letters of the plan: III.3.d and III.3.đ must not share an address. */
export const slugOf = (code: string): string =>
  fold(code.toLowerCase().normalize("NFC").replace(/đ/g, "dd"))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** As it goes on inside a sentence; what begins with capitals (VP UBND) is a name and keeps them. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
