import { Suspense, useDeferredValue } from "react";
import { NotFound } from "./not-found.tsx";
import { PageBoundary } from "./page-boundary.tsx";
import { pages } from "./pages.ts";

/** The page of a path. The one before stays until the next has been fetched; one that breaks does so alone. */
export function PageOutlet(props: { path: string }) {
  const path = useDeferredValue(props.path);
  const page = pages[path];
  return (
    <PageBoundary key={path}>
      <Suspense>{page === undefined ? <NotFound /> : <page.Component />}</Suspense>
    </PageBoundary>
  );
}
