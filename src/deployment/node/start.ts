import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dataFile } from "./data-folder.ts";
import { listen, PortTakenError } from "./listen.ts";
import { serve } from "./serve.ts";
import { staticServer } from "./static-server.ts";

const usage = `npm start -- [--port N] [--deployment-port N] [--data FILE|:memory:] [--host ADDRESS]

  --port N              the dashboard's port (4173; 0 takes a free one)
  --deployment-port N   the embedded deployment's port (3210; 0 takes a free one)
  --data FILE           where the deployment keeps its documents; :memory: keeps nothing
  --host ADDRESS        the address both listen on (127.0.0.1); beyond this machine no key is handed out`;

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** `npm start`: the built dashboard and the embedded deployment, each on its own port, two origins as in reality. */
async function start(): Promise<void> {
  const options = readOptions();
  const data = options.data ?? dataFile("start.sqlite");
  const deployment = await serve({ data, host: options.host, port: options.deploymentPort }).catch(
    (error: unknown) => refuse(error, "--deployment-port"),
  );
  const isLocal = loopback.has(options.host);
  const server = staticServer({
    folder: fileURLToPath(new URL("../web", import.meta.url)),
    config: () => ({
      deployments: [
        { name: deployment.name, url: deployment.url, ...(isLocal ? { key: deployment.adminKey } : {}) },
      ],
    }),
  });
  const port = await listen(server, options.port, options.host).catch((error: unknown) =>
    refuse(error, "--port"),
  );
  const lines = [
    `Dashboard    http://${options.host === "::1" ? "[::1]" : options.host}:${port}/`,
    `Deployment   ${deployment.url} (${deployment.name})`,
    `Documents    ${data === ":memory:" ? "in memory, gone when this ends" : data}`,
    `Admin key    ${deployment.adminKey}`,
    "",
    "The dashboard opens already connected. Ctrl+C ends both.",
  ];
  console.log(lines.join("\n"));
  const end = () => {
    server.close();
    void deployment.close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function readOptions(): { port: number; deploymentPort: number; data: string | undefined; host: string } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4173" },
        "deployment-port": { type: "string", default: "3210" },
        data: { type: "string" },
        host: { type: "string", default: "127.0.0.1" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return {
      port: portNumber("--port", values.port),
      deploymentPort: portNumber("--deployment-port", values["deployment-port"]),
      data: values.data,
      host: values.host,
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function portNumber(flag: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
    throw new Error(`${flag} takes a port from 0 to 65535, not "${text}".`);
  }
  return Number(text);
}

function refuse(error: unknown, flag: string): never {
  if (error instanceof PortTakenError) {
    console.error(`Port ${error.port} is taken. Choose another with ${flag} N, or ${flag} 0 for a free one.`);
    process.exit(3);
  }
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

await start();
