import { useEffect } from "react";
import { connectPlace } from "#places/connect-place.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { goTo } from "#parts/location.ts";
import { ClientProvider } from "#parts/use-client.tsx";
import { useHere } from "#parts/use-here.ts";
import { PageOutlet } from "./page-outlet.tsx";
import { useSession } from "./session/use-session.tsx";
import { BareShell } from "./shell/bare-shell.tsx";
import { Shell } from "./shell/shell.tsx";

/**
 * The frame around every page. Without a deployment the connect page stands at whatever address was opened, so that the
 * place is there as soon as the connection is.
 */
export function RootFrame() {
  const [{ client }] = useSession();
  const { path } = useHere();
  useEffect(() => {
    if (path === "/") goTo(functionsPlace.path, true);
  }, [path]);
  if (client === undefined) {
    return (
      <BareShell>
        <PageOutlet path={connectPlace.path} />
      </BareShell>
    );
  }
  if (path === connectPlace.path) {
    return (
      <BareShell back={client.connection.name}>
        <PageOutlet path={path} />
      </BareShell>
    );
  }
  return (
    // A new deployment begins with fresh pages: no state of one may be shown for another.
    <ClientProvider key={client.id} client={client}>
      <Shell>
        <PageOutlet path={path} />
      </Shell>
    </ClientProvider>
  );
}
