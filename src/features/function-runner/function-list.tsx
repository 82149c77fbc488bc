import { useDeferredValue, useState } from "react";
import { ProblemError } from "#api/problem.ts";
import { problemWords } from "#api/problem-words.ts";
import type { ApiSpec, FunctionSpec } from "#api/system-queries.ts";
import { placeHref } from "#parts/place-href.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { Button } from "#ui/button.tsx";
import { fuzzyMatch } from "#ui/fuzzy-match.ts";
import { ListNav } from "#ui/list-nav.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SkeletonList } from "#ui/skeleton-list.tsx";
import { groupFunctions } from "./group-functions.ts";
import { KindMark } from "./kind-mark.tsx";

/** The left pane: the functions that the deployment names, by module. */
export function FunctionList(props: {
  /** Undefined while they are asked for, and when they cannot be. */
  spec: ApiSpec | undefined;
  error: Error | null;
  hasKey: boolean;
  onRetry: () => void;
  selected: string | undefined;
  onChoose: (spec: FunctionSpec) => void;
}) {
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed);
  const { spec: api } = props;
  if (api === undefined) return <NoFunctions {...props} />;
  const groups = groupFunctions(api.functions, search);
  const httpActions = api.httpActions.filter(({ path }) => fuzzyMatch(search, path) !== undefined);
  return (
    <>
      <SearchField label="Search functions" value={typed} onChange={setTyped} className="m-3 mb-1 shrink-0" />
      <div className="min-h-0 grow overflow-y-auto">
        {groups.length > 0 ? (
          <ListNav
            label="Functions"
            selected={props.selected}
            groups={groups.map(({ module, functions }) => ({
              id: module,
              title: module,
              items: functions.map(({ spec, name }) => ({
                id: spec.path,
                label: name,
                lead: <KindMark kind={spec.kind} />,
                end: spec.isInternal ? "internal" : undefined,
                href: placeHref(functionsPlace, { function: spec.path, kind: spec.kind }),
                mono: true,
                title: spec.path,
              })),
            }))}
            onSelect={({ id }) => {
              const spec = api.functions.find(({ path }) => path === id);
              if (spec) props.onChoose(spec);
            }}
          />
        ) : (
          <p className="px-3 py-2 text-12 text-quiet">
            {api.functions.length === 0
              ? "This deployment has no functions."
              : `No function matches “${search}”.`}
          </p>
        )}
        {httpActions.length > 0 && <HttpActions actions={httpActions} />}
      </div>
    </>
  );
}

/** Named so that nobody looks for them in vain. */
function HttpActions(props: { actions: ApiSpec["httpActions"] }) {
  return (
    <section aria-labelledby="http-actions" className="px-3 pb-3">
      <h2 id="http-actions" className="pt-3 pb-1 text-11 font-medium text-quiet">
        HTTP actions
      </h2>
      <p className="text-12 text-quiet">
        They answer HTTP requests to the deployment’s site and cannot be run here.
      </p>
      <ul className="mt-1">
        {props.actions.map(({ method, path }) => (
          <li key={`${method} ${path}`} className="value flex min-h-row items-center gap-2">
            <span className="shrink-0 text-quiet">{method}</span>
            <span className="min-w-0 break-words">{path}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoFunctions(props: { error: Error | null; hasKey: boolean; onRetry: () => void }) {
  if (props.hasKey && props.error === null) return <SkeletonList label="Reading functions" rows={10} />;
  const why = !props.hasKey
    ? "Functions are listed only for a deploy key, and this connection has none."
    : props.error instanceof ProblemError
      ? `${problemWords(props.error.problem).title}.`
      : "The list could not be read.";
  return (
    <div className="p-3 text-12 text-ink-2">
      <p className="font-medium text-ink">No list of functions</p>
      <p className="mt-1">{why} A path typed into the field “Function” runs all the same.</p>
      {props.hasKey && (
        <Button size="small" onClick={props.onRetry} className="mt-2">
          Ask again
        </Button>
      )}
    </div>
  );
}
