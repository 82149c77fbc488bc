import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { editorOptions } from "./editor-options.ts";
import type { EditorProblem } from "./editor-problem.ts";
import { setEditorSchema } from "./editor-schemas.ts";
import { editorTheme } from "./editor-theme.ts";
import { followTextArea } from "./follow-text-area.ts";
import type { JsonEditorProps } from "./json-editor-props.ts";
import { monaco } from "./monaco.ts";

let count = 0;
const ownProblems = "deltascope";
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The editor itself; `JsonEditor` loads it. */
export function MonacoEditor(props: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  // Texts that were given to the caller and may come back as `value` when more has been typed already.
  const given = useRef<string[]>([]);
  const applying = useRef(false);
  const [caret] = useState(() => plainCaret(props.label));
  const [tabLeaves, setTabLeaves] = useState(true);

  const changed = useEffectEvent((text: string) => {
    if (applying.current) return;
    given.current.push(text);
    props.onChange?.(text);
  });
  const submit = useEffectEvent(() => props.onSubmit?.());
  const problemsChanged = useEffectEvent((problems: readonly EditorProblem[]) =>
    props.onProblems?.(problems),
  );
  const caretMoved = useEffectEvent((at: { line: number; column: number; offset: number }) =>
    props.onCaret?.(at),
  );
  const first = useEffectEvent(() => props);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const { value, label } = first();
    const uri = monaco.Uri.parse(`inmemory://deltascope/${++count}.json`);
    const model = monaco.editor.createModel(value, "json", uri);
    // One line end, so that what is read back is what was given.
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    const made = monaco.editor.create(element, {
      ...editorOptions,
      ariaLabel: label,
      model,
      theme: editorTheme(),
      tabFocusMode: true,
    });
    editor.current = made;
    const parts = [
      model,
      made,
      followTextArea(made),
      made.onDidChangeModelContent(() => changed(made.getValue())),
      made.onDidChangeCursorPosition(({ position }) =>
        caretMoved({
          line: position.lineNumber,
          column: position.column,
          offset: model.getOffsetAt(position),
        }),
      ),
      monaco.editor.onDidChangeMarkers((uris) => {
        if (uris.some((one) => one.toString() === uri.toString())) problemsChanged(problemsOf(uri));
      }),
      made.addAction({
        id: "deltascope.submit",
        label: "Run",
        keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
        run: () => submit(),
      }),
      made.addAction({
        id: "deltascope.tab",
        label: "Let Tab leave the editor, or indent",
        keybindings: [(isMac ? monaco.KeyMod.WinCtrl : monaco.KeyMod.CtrlCmd) | monaco.KeyCode.KeyM],
        run: () => setTabLeaves((leaves) => !leaves),
      }),
    ];
    if (caret !== undefined) {
      made.focus();
      made.setPosition(model.getPositionAt(caret));
    }
    return () => {
      setEditorSchema(uri.toString(), undefined);
      for (const part of parts.toReversed()) part.dispose();
      editor.current = undefined;
    };
  }, [caret]);

  useEffect(() => {
    editor.current?.updateOptions({
      readOnly: props.readOnly ?? props.onChange === undefined,
      domReadOnly: props.readOnly ?? props.onChange === undefined,
      ariaLabel: props.label,
      tabFocusMode: tabLeaves,
    });
  }, [props.readOnly, props.onChange, props.label, tabLeaves]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const known = given.current.lastIndexOf(props.value);
    if (known >= 0) given.current.splice(0, known + 1);
    else if (model.getValue() !== props.value) {
      given.current = [];
      applying.current = true;
      // As an edit, so that it can be undone.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text: props.value }], () => null);
      applying.current = false;
    }
  }, [props.value]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model) setEditorSchema(model.uri.toString(), props.schema);
  }, [props.schema]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model) monaco.editor.setModelMarkers(model, ownProblems, (props.problems ?? []).map(marker));
  }, [props.problems]);

  return (
    <>
      <div ref={host} className="min-h-0 min-w-0 flex-1" />
      {!props.readOnly && (
        <p className="shrink-0 px-4 py-0.5 text-right text-11 text-quiet max-sm:hidden">
          {tabLeaves
            ? "Tab leaves the editor; Ctrl+M lets it indent"
            : "Tab indents; Ctrl+M lets it leave the editor"}
        </p>
      )}
    </>
  );
}

/** Where the caret stands in the plain text box that this editor takes over from, if someone is typing there. */
function plainCaret(label: string): number | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLTextAreaElement) || focused.dataset["plainEditor"] === undefined)
    return undefined;
  return focused.getAttribute("aria-label") === label ? focused.selectionStart : undefined;
}

function problemsOf(uri: monaco.Uri): readonly EditorProblem[] {
  return monaco.editor
    .getModelMarkers({ resource: uri })
    .filter((one) => one.owner !== ownProblems)
    .map((one) => ({
      line: one.startLineNumber,
      column: one.startColumn,
      endLine: one.endLineNumber,
      endColumn: one.endColumn,
      message: one.message,
      tone: one.severity === monaco.MarkerSeverity.Error ? "bad" : "warn",
    }));
}

function marker(problem: EditorProblem): monaco.editor.IMarkerData {
  return {
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
    message: problem.message,
    severity: problem.tone === "bad" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
  };
}
