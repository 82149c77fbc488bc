import { useSyncExternalStore } from "react";
import { knownDeployments, type KnownDeployment } from "#app/session/known-deployments.ts";

/** The deployments that this browser has been connected to, the last one first. */
export function UsedBefore(props: { onChoose: (deployment: KnownDeployment) => void }) {
  const known = useSyncExternalStore(knownDeployments.subscribe, knownDeployments.read);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="used-before">
      <h2 id="used-before" className="border-b border-line-control pb-2 text-13 font-semibold">
        Used before
      </h2>
      <ul>
        {known.slice(0, 5).map((one) => (
          <li key={`${one.name} ${one.url}`} className="border-b border-line">
            <button
              type="button"
              onClick={() => props.onChoose(one)}
              className="focus-inset flex min-h-9 w-full flex-wrap items-baseline gap-x-4 px-1 py-1.5 text-left hover:bg-hover"
            >
              <span className="link">{one.name}</span>
              <span className="value ml-auto min-w-0 break-all text-quiet">{one.url}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
