import "#ui/theme.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readRunTimeConfig } from "#api/run-time-config.ts";
import { createQueryClient } from "./query-client.ts";
import { RootFrame } from "./root-frame.tsx";
import { createSession } from "./session/session.ts";
import { SessionProvider } from "./session/use-session.tsx";
import { applyTheme } from "./shell/theme.ts";

applyTheme();
void start();

async function start() {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root element.");
  // Asked before anything is drawn: with a deployment given, the connect page would only flash.
  const session = createSession(await readRunTimeConfig());
  createRoot(root).render(
    <StrictMode>
      <SessionProvider store={session}>
        <QueryClientProvider client={createQueryClient()}>
          <RootFrame />
        </QueryClientProvider>
      </SessionProvider>
    </StrictMode>,
  );
}
