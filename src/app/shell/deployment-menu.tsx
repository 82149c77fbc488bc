import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { knownDeployments } from "#app/session/known-deployments.ts";
import { useSession } from "#app/session/use-session.tsx";
import { connectPlace } from "#places/connect-place.ts";
import { useClient } from "#parts/use-client.tsx";
import { useGo } from "#parts/use-place.ts";
import { Badge } from "#ui/badge.tsx";
import { cx } from "#ui/cx.ts";
import { Menu, type MenuItem } from "#ui/menu.tsx";
import type { DeploymentTag } from "./use-deployment-tag.ts";

/** The deployment that is open, and the way to others. */
export function DeploymentMenu(props: { tag: DeploymentTag | undefined }) {
  const { connection } = useClient();
  const [, session] = useSession();
  const goConnect = useGo(connectPlace);
  const known = useSyncExternalStore(knownDeployments.subscribe, knownDeployments.read);
  const others = known.filter((one) => one.url !== connection.url || one.name !== connection.name);
  const connect = (url?: string) => goConnect({ url });

  const items: MenuItem[] = [
    ...(others.length > 0 ? [{ kind: "heading", label: "Switch to" } as const] : []),
    ...others.map((one): MenuItem => ({
      kind: "action",
      label: one.name,
      detail: one.url.replace(/^https?:\/\//, ""),
      // Without its key at hand the connect page asks for it.
      onSelect: () => {
        if (!session.reopen(one)) connect(one.url);
      },
    })),
    ...(others.length > 0 ? [{ kind: "separator" } as const] : []),
    { kind: "action", label: "Connect another", icon: Plus, onSelect: () => connect() },
    {
      kind: "action",
      label: "Forget this deployment",
      icon: Trash2,
      onSelect: () => {
        session.forget(connection);
        connect();
      },
    },
  ];
  const prod = props.tag?.tone === "prod";
  return (
    <Menu
      label={`${connection.name}, deployment menu`}
      items={items}
      className="ml-2 flex h-control min-w-0 shrink items-center gap-2 rounded-4 px-1.5 text-13 font-medium transition-colors hover:bg-hover"
    >
      <span
        aria-hidden
        className={cx("size-2 shrink-0 rounded-full", prod ? "bg-prod-line" : "bg-ok-line")}
      />
      <span className="min-w-0 truncate">{connection.name}</span>
      {props.tag && (
        <span className="hidden sm:contents">
          <Badge tone={props.tag.tone}>{props.tag.text}</Badge>
        </span>
      )}
      <ChevronDown size={14} strokeWidth={1.5} aria-hidden className="shrink-0" />
    </Menu>
  );
}
