import type { Plugin } from "vite";
import { setup as buildFunctionWorker } from "./build-function-worker.ts";
import { dataFile } from "./data-folder.ts";
import { isOwnHost, sendRunTimeConfig } from "./run-time-config.ts";
import { serve } from "./serve.ts";

/** `npm run dev`: the embedded deployment beside the dev server, on its own port, with a data file of its own. */
export function embeddedDeployment(): Plugin {
  return {
    name: "embedded-deployment",
    apply: "serve",
    async configureServer(server) {
      await buildFunctionWorker();
      const deployment = await serve({ data: dataFile("dev.sqlite"), host: "127.0.0.1", port: 3210 });
      server.httpServer?.on("close", () => void deployment.close());
      server.middlewares.use("/config.json", (request, response) => {
        const { name, url, adminKey } = deployment;
        const own = isOwnHost(request.headers.host, request.socket.localPort ?? 0);
        sendRunTimeConfig(response, { deployments: own ? [{ name, url, key: adminKey }] : [] });
      });
    },
  };
}
