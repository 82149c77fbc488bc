import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { connectPlace } from "#places/connect-place.ts";
import { ClientProvider } from "#parts/use-client.tsx";
import { useSession } from "./session/use-session.tsx";
import { Shell } from "./shell/shell.tsx";
import { BareShell } from "./shell/bare-shell.tsx";

const ConnectPage = lazy(async () => ({ default: (await import("./connect/connect-page.tsx")).ConnectPage }));

/**
 * The frame around every page. Without a deployment the connect page stands at whatever address was opened, so that the
 * place is there as soon as the connection is.
 */
export function RootFrame() {
  const [{ client }] = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  if (client === undefined) {
    return (
      <BareShell>
        <Suspense>
          <ConnectPage />
        </Suspense>
      </BareShell>
    );
  }
  if (path === connectPlace.path) {
    return (
      <BareShell back={client.connection.name}>
        <Outlet />
      </BareShell>
    );
  }
  return (
    // A new deployment begins with fresh pages: no state of one may be shown for another.
    <ClientProvider key={client.id} client={client}>
      <Shell>
        <Outlet />
      </Shell>
    </ClientProvider>
  );
}
