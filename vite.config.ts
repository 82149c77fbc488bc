import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurityPolicy } from "./src/deployment/node/content-security-policy.ts";
import { embeddedDeployment } from "./src/deployment/node/vite-plugin.ts";
import { slimMonaco } from "./vite.slim-monaco.ts";

export default defineConfig({
  // Relative addresses: the built page runs from any static host and below any sub-path.
  base: "./",
  plugins: [
    react(),
    tailwindcss(),
    slimMonaco(),
    embeddedDeployment(),
    {
      name: "content-security-policy",
      apply: "build",
      // The dev server's react-refresh preamble is an inline script, so only the built page carries the policy.
      transformIndexHtml: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
          injectTo: "head-prepend",
        },
      ],
    },
  ],
  worker: { format: "es" },
  build: {
    target: "es2023",
    outDir: "dist/web",
    // A preload as a data: or inline script would break the policy; workers and fonts stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
    manifest: true,
  },
  server: { port: 4173 },
});
