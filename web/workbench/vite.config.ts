import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * One build for every instance: nothing of the environment goes in. The server puts a nonce of each answer in the place
 * of `cspNonce`; assets bear a hash in their names and are kept for ever.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: "/workbench/",
  html: { cspNonce: "workbench-nonce" },
  plugins: [react()],
  build: { target: "es2023", outDir: "dist", emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
});
