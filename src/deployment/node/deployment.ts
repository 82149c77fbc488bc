import { readCommandLine, usage, UsageError } from "./command-line.ts";
import { PortTakenError } from "./listen.ts";
import { serve } from "./serve.ts";

/** `npm run deployment`: the embedded deployment alone. One line of JSON says that it is ready. */
async function run(): Promise<void> {
  const { serve: options, tokenFor, wantsHelp } = readCommandLine(process.argv.slice(2));
  if (wantsHelp) {
    console.log(usage);
    return;
  }
  const deployment = await serve(options);
  const { url, adminKey, name } = deployment;
  const token = tokenFor === undefined ? {} : { token: await deployment.printToken(tokenFor) };
  console.log(JSON.stringify({ url, adminKey, name, ...token }));
  const end = () => {
    for (const { fault, asked, struck } of deployment.faultCounts()) {
      console.error(`${fault.kind} on ${fault.path}: struck ${struck} of ${asked}`);
    }
    void deployment.close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

await run().catch((error: unknown) => {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
  if (error instanceof PortTakenError) {
    console.error(`Port ${error.port} is taken. Choose another with --port N, or --port 0 for a free one.`);
    process.exit(3);
  }
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
