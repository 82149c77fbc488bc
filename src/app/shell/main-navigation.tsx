import { History, SquareFunction, Table2, Upload, Workflow, type LucideIcon } from "lucide-react";
import { pages } from "#app/pages.ts";
import { mainPlaces } from "#places/places.ts";
import { useHere } from "#parts/use-here.ts";

const icons: Readonly<Record<string, LucideIcon>> = {
  "/functions": SquareFunction,
  "/schema": Workflow,
  "/data": Table2,
  "/history": History,
  "/import": Upload,
};

const link =
  "focus-inset relative flex items-center justify-center text-13 text-ink-2 transition-colors hover:text-ink " +
  "after:absolute after:inset-x-0 after:hidden after:h-0.5 after:bg-accent " +
  "aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:after:block " +
  // Narrow: icon over label, the mark on the upper edge. Wide: a tab, the mark on the lower edge.
  "max-sm:h-14 max-sm:min-w-0 max-sm:flex-1 max-sm:flex-col max-sm:gap-0.5 max-sm:text-11 max-sm:after:-top-px " +
  "max-sm:aria-[current=page]:text-accent " +
  "sm:h-banner sm:px-3 sm:after:-bottom-px";

/** The places. One element at every width: tabs in the banner, below 640 px a bar at the lower edge. */
export function MainNavigation() {
  const { path } = useHere();
  return (
    <nav
      aria-label="Main"
      className="flex min-w-0 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-bg max-sm:pb-[env(safe-area-inset-bottom)]"
    >
      {mainPlaces.map((place) => {
        const Icon = icons[place.path];
        return (
          <a
            key={place.path}
            href={`#${place.path}`}
            aria-current={place.path === path ? "page" : undefined}
            className={link}
            onPointerEnter={pages[place.path]?.preload}
            onFocus={pages[place.path]?.preload}
          >
            {Icon && <Icon size={20} strokeWidth={1.5} aria-hidden className="sm:hidden" />}
            {place.name}
          </a>
        );
      })}
    </nav>
  );
}
