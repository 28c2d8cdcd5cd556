import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const apiUrl = process.env["API_URL"] ?? "http://127.0.0.1:8080";
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  plugins: [react()],
  cacheDir: here("../.cache/vite"),
  build: {
    outDir: process.env["UI_DIR"] ?? here("../.cache/ui"),
    emptyOutDir: true,
    target: "es2023",
    // react-admin and MUI make one 1 MB chunk that changes only with their versions; it is cached apart from our pages.
    chunkSizeWarningLimit: 1400,
    rollupOptions: {
      output: {
        manualChunks: (id: string) =>
          /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom)\//.test(id) ? "react" : undefined,
      },
    },
  },
  server: { proxy: { "/api": apiUrl, "/healthz": apiUrl, "/readyz": apiUrl } },
});
