import { Play, Square } from "lucide-react";
import type { ReactNode } from "react";
import type { FunctionSpec } from "#api/system-queries.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { Combobox } from "#ui/combobox.tsx";
import { fuzzyMatch } from "#ui/fuzzy-match.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { closestPath } from "./closest-path.ts";
import { KindMark } from "./kind-mark.tsx";
import { splitPath } from "./group-functions.ts";
import type { ChosenFunction } from "./use-chosen-function.ts";
import { runKeys } from "./use-run-keys.ts";

const kinds = [
  { value: "query", label: "Query" },
  { value: "mutation", label: "Mutation" },
  { value: "action", label: "Action" },
  { value: "any", label: "Any" },
] as const;

/** Which function, of which kind, and Run. */
export function RunHead(props: {
  chosen: ChosenFunction;
  specs: readonly FunctionSpec[];
  isRunning: boolean;
  canStop: boolean;
  /** Why it cannot be run as it stands. */
  held: string | undefined;
  onRun: () => void;
  onStop: () => void;
  opener: ReactNode;
}) {
  const { chosen, specs, isRunning } = props;
  const narrow = useNarrow();
  const { known } = chosen;
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-start gap-2 border-b border-line px-4 py-2">
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between lg:sr-only">
        <h1 className="text-14 font-semibold sm:sr-only">Functions</h1>
        {props.opener}
      </div>
      <div className="w-75 min-w-0 max-sm:w-full" onBlur={chosen.keep}>
        <Combobox
          label="Function"
          hideLabel
          mono
          value={chosen.typed}
          onChange={chosen.type}
          onPick={({ value }) => {
            const spec = specs.find(({ path }) => path === value);
            if (spec) chosen.choose(spec);
          }}
          onEnter={chosen.keep}
          placeholder="module:function"
          lead={known && <KindMark kind={known.kind} />}
          options={specs.map((spec) => ({
            value: spec.path,
            group: splitPath(spec.path).module,
            lead: <KindMark kind={spec.kind} />,
            badge: spec.isInternal ? <span className="text-11 text-quiet">internal</span> : undefined,
          }))}
          hint={unknownHint(chosen, specs)}
        />
      </div>
      <Choice
        label="Kind"
        value={chosen.kind}
        onChange={chosen.setKind}
        wide={narrow}
        className="max-sm:w-full"
        options={kinds.map((kind) => ({
          ...kind,
          disabled: known !== undefined && known.kind !== kind.value,
        }))}
      />
      <div className="ml-auto flex items-center gap-2 max-sm:w-full">
        <Button icon={Square} onClick={props.onStop} disabled={!props.canStop}>
          Stop
        </Button>
        <Button
          kind="primary"
          icon={Play}
          keys={runKeys}
          busy={isRunning}
          reason={isRunning ? undefined : props.held}
          onClick={props.onRun}
          className="max-sm:grow"
        >
          Run
        </Button>
      </div>
    </header>
  );
}

/** What is said below a name that the deployment does not know; not while the list below still offers something. */
function unknownHint(chosen: ChosenFunction, specs: readonly FunctionSpec[]): ReactNode {
  const typed = chosen.typed.trim();
  if (chosen.known !== undefined || typed === "" || specs.length === 0) return undefined;
  if (chosen.isBeingTyped && specs.some(({ path }) => fuzzyMatch(typed, path) !== undefined))
    return undefined;
  const closest = closestPath(
    typed,
    specs.map(({ path }) => path),
  );
  const spec = specs.find(({ path }) => path === closest);
  return (
    <>
      No function matches “{typed}”.
      {spec !== undefined && (
        <>
          {" "}
          Closest:{" "}
          <button type="button" className="link value" onClick={() => chosen.choose(spec)}>
            {spec.path}
          </button>
          .
        </>
      )}
    </>
  );
}
