import reactAdminEn from "ra-language-english";
import { describe, expect, it } from "vitest";
import { en, vi } from "./messages.ts";
import { reactAdminVi } from "./react-admin.vi.ts";

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(prefix + key, value);
    else for (const [path, text] of flat(value, `${prefix}${key}.`)) texts.set(path, text);
  }
  return texts;
}

const placeholders = (text: string): string =>
  [...new Set(text.match(/%\{\w+\}/g) ?? [])]
    .filter((name) => name !== "%{smart_count}")
    .sort()
    .join(" ");

const catalogues: [string, Map<string, string>, Map<string, string>][] = [
  ["our own texts", flat(vi), flat(en)],
  ["react-admin's texts", flat(reactAdminVi as unknown as Tree), flat(reactAdminEn as unknown as Tree)],
];

describe.each(catalogues)("%s in Vietnamese and English", (_, vietnamese, english) => {
  it("have the same keys", () => {
    expect([...vietnamese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("take the same parameters under every key", () => {
    const differing = [...vietnamese].filter(
      ([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ""),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are written in NFC and never empty", () => {
    const bad = [...vietnamese, ...english].filter(([, text]) => text === "" || text !== text.normalize("NFC"));
    expect(bad).toEqual([]);
  });
});
