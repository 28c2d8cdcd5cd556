import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drawn } from "../domain/pipelines/diagram.ts";
import { shippedPipelines } from "../domain/pipelines/index.ts";

/*
 * npm run docs:pipelines
 * Draws the shipped tables anew into docs/pipelines.md, below its marker; what stands above is written by hand.
 */

export const pipelinesDocument = fileURLToPath(new URL("../docs/pipelines.md", import.meta.url));
const marker = "<!-- Below: drawn from the tables by `npm run docs:pipelines`. Do not edit. -->";

export function withDrawnTables(text: string): string {
  const [written, rest] = text.split(marker);
  if (rest === undefined) throw new Error("docs/pipelines.md has lost its marker");
  return `${(written ?? "").trimEnd()}\n\n${marker}\n\n${shippedPipelines.map(drawn).join("\n\n")}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(pipelinesDocument, withDrawnTables(readFileSync(pipelinesDocument, "utf8")));
}
