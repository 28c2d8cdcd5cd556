import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, preview, type InlineConfig } from "vite";

const root = fileURLToPath(new URL("../pages/", import.meta.url));

export interface Pages {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Components alone on a page, built as the product is built: nothing is recompiled under a running test. */
export async function startPages(): Promise<Pages> {
  const outDir = mkdtempSync(join(tmpdir(), "trinh-ky-pages-"));
  const shared: InlineConfig = { root, configFile: false, logLevel: "error", plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 4000 } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
