import { useDeferredValue, useState } from "react";
import { ProblemError } from "#api/problem.ts";
import { problemWords } from "#api/problem-words.ts";
import type { FunctionSpec } from "#api/system-queries.ts";
import { placeHref } from "#parts/place-href.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { Button } from "#ui/button.tsx";
import { ListNav } from "#ui/list-nav.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SkeletonList } from "#ui/skeleton-list.tsx";
import { groupFunctions } from "./group-functions.ts";
import { KindMark } from "./kind-mark.tsx";

/** The left pane: the functions that the deployment names, by module. */
export function FunctionList(props: {
  /** Undefined while they are asked for, and when they cannot be. */
  specs: readonly FunctionSpec[] | undefined;
  error: Error | null;
  hasKey: boolean;
  onRetry: () => void;
  selected: string | undefined;
  onChoose: (spec: FunctionSpec) => void;
}) {
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed);
  const { specs } = props;
  if (specs === undefined) return <NoFunctions {...props} />;
  const groups = groupFunctions(specs, search);
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
              const spec = specs.find(({ path }) => path === id);
              if (spec) props.onChoose(spec);
            }}
          />
        ) : (
          <p className="px-3 py-2 text-12 text-quiet">
            {specs.length === 0 ? "This deployment has no functions." : `No function matches “${search}”.`}
          </p>
        )}
      </div>
    </>
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
