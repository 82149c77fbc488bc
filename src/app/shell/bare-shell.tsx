import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { functionsPlace } from "#places/functions-place.ts";
import { PlaceLink } from "#parts/place-link.tsx";
import { Toasts } from "#ui/toasts.tsx";
import { Mark } from "./mark.tsx";
import { ThemeButton } from "./theme-button.tsx";

/** The frame of the connect page. `back` names the deployment that is still open. */
export function BareShell(props: { back?: string | undefined; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-banner shrink-0 items-center gap-3 border-b border-line px-4">
        <Mark />
        <span className="text-14 font-semibold">Deltascope</span>
        <span className="ml-auto flex min-w-0 items-center gap-2">
          {props.back !== undefined && (
            <PlaceLink place={functionsPlace} search={{}} className="link flex min-w-0 items-center gap-1.5">
              <ArrowLeft size={14} strokeWidth={1.5} aria-hidden className="shrink-0" />
              <span className="truncate">Back to {props.back}</span>
            </PlaceLink>
          )}
          <ThemeButton />
        </span>
      </header>
      <main className="flex grow flex-col">{props.children}</main>
      <Toasts />
    </div>
  );
}
