import { useEffect, type ReactNode } from "react";
import { mainPlaces } from "#places/places.ts";
import { useClient } from "#parts/use-client.tsx";
import { useHere } from "#parts/use-here.ts";
import { cx } from "#ui/cx.ts";
import { prefetchJsonEditor } from "#ui/json-editor/prefetch-json-editor.ts";
import { Toasts } from "#ui/toasts.tsx";
import { Banner } from "./banner.tsx";
import { Footer } from "./footer.tsx";
import { LostConnection } from "./lost-connection.tsx";
import { useDeploymentTag } from "./use-deployment-tag.ts";

/** Banner, page, footer. The page gets exactly the height between them and scrolls its own regions. */
export function Shell(props: { children: ReactNode }) {
  const { connection } = useClient();
  const { path } = useHere();
  const page = mainPlaces.find((place) => place.path === path)?.name ?? "Not found";
  const tag = useDeploymentTag();
  // The editor is most of what the page weighs: it comes after what is on screen, and before it is asked for.
  useEffect(prefetchJsonEditor, []);
  return (
    <div
      className={cx(
        "flex h-dvh flex-col overflow-hidden pb-[calc(56px+env(safe-area-inset-bottom))] sm:pb-0",
        tag?.tone === "prod" && "border-t-2 border-prod-line",
      )}
    >
      <title>{`${page} – ${connection.name}`}</title>
      <Banner tag={tag} />
      <LostConnection />
      <main className="relative flex min-h-0 min-w-0 grow flex-col overflow-auto">{props.children}</main>
      <Footer />
      <Toasts />
    </div>
  );
}
