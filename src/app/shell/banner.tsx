import { DeploymentMenu } from "./deployment-menu.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { Mark } from "./mark.tsx";
import { ThemeButton } from "./theme-button.tsx";
import type { DeploymentTag } from "./use-deployment-tag.ts";

/** Mark, deployment, places, theme. */
export function Banner(props: { tag: DeploymentTag | undefined }) {
  return (
    <header className="flex h-banner shrink-0 items-center border-b border-line pr-2 pl-3">
      <Mark />
      <DeploymentMenu tag={props.tag} />
      <span aria-hidden className="mx-3 hidden h-6 w-px bg-line sm:block" />
      <MainNavigation />
      <span className="ml-auto">
        <ThemeButton />
      </span>
    </header>
  );
}
