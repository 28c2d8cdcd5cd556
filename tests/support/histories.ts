import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";

const folder = fileURLToPath(new URL("../histories/", import.meta.url));

export interface StoredHistory {
  name: string;
  workflowId: string;
  history: unknown;
}

/** Histories of earlier code: today's workflows must still take the same way through them. */
export function storedHistories(): StoredHistory[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const stored = JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as Omit<StoredHistory, "name">;
      return { name: file.replace(".json", ""), ...stored };
    });
}

/** Run once per change of the shells that is meant: RECORD_HISTORIES=1 npx vitest run --project workflows. */
export async function recordHistory(client: Client, name: string, workflowId: string): Promise<void> {
  if (process.env.RECORD_HISTORIES !== "1") return;
  const history: unknown = JSON.parse(historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory()));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ workflowId, history })}\n`);
}
