import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
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
    .filter((file) => file.endsWith(".json.gz"))
    .map((file) => {
      const stored = JSON.parse(gunzipSync(readFileSync(`${folder}${file}`)).toString()) as Omit<StoredHistory, "name">;
      return { name: file.replace(".json.gz", ""), ...stored };
    });
}

/** Run once per change of the shells that is meant: RECORD_HISTORIES=1 npx vitest run --project workflows. */
export async function recordHistory(client: Client, name: string, workflowId: string): Promise<void> {
  if (process.env.RECORD_HISTORIES !== "1") return;
  const history: unknown = JSON.parse(historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory()));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json.gz`, gzipSync(JSON.stringify({ workflowId, history }), { level: 9 }));
}
