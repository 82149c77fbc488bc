import type { monaco } from "./monaco.ts";

/** So much of the text stands in the text area while it has no focus. */
const shownLimit = 20_000;

/**
 * Monaco's text box holds only what is near the caret, and nothing without focus, so whoever fills it from outside
 * (dictation, a form filler, a test) selects all of that little and replaces only it. This keeps the text in the box
 * while nobody types there, and takes a selection of the whole box, when it was not Monaco that made it, for a
 * selection of the whole text.
 */
export function followTextArea(editor: monaco.editor.IStandaloneCodeEditor): { dispose: () => void } {
  const root = editor.getDomNode();
  const area = root?.querySelector("textarea.inputarea");
  const model = editor.getModel();
  if (!root || !(area instanceof HTMLTextAreaElement) || !model) return { dispose: () => undefined };

  // What Monaco last selected in the box. It writes there in the same task as it changes its selection or text.
  const state = () => `${area.selectionStart} ${area.selectionEnd} ${area.value.length}`;
  let own = "";
  let isPending = false;
  const wrote = () => {
    if (isPending) return;
    isPending = true;
    queueMicrotask(() => {
      isPending = false;
      own = state();
    });
  };

  const show = () => {
    wrote();
    if (document.activeElement === area) return;
    area.value = model.getValueLength() > shownLimit ? "" : model.getValue();
    area.setSelectionRange(0, 0);
    own = state();
  };
  const selectAll = () => {
    const { value, selectionStart, selectionEnd } = area;
    if (value === "" || selectionStart !== 0 || selectionEnd !== value.length || state() === own) return;
    const full = model.getFullModelRange();
    if (!full.equalsRange(editor.getSelection())) editor.setSelection(full);
    own = state();
  };
  const onOutside = (event: Event) => {
    if (event.target !== area) return;
    if (event instanceof KeyboardEvent && event.key !== "Delete" && event.key !== "Backspace") return;
    selectAll();
  };
  // Monaco would take a selection from outside for one of the few lines that the box holds.
  const onSelection = () => {
    if (document.activeElement === area) selectAll();
  };

  show();
  // In the capture phase of a parent: before Monaco's own listeners on the text area.
  const events = ["focus", "beforeinput", "keydown"] as const;
  for (const name of events) root.addEventListener(name, onOutside, true);
  document.addEventListener("selectionchange", onSelection, true);
  const parts = [
    editor.onDidBlurEditorText(show),
    model.onDidChangeContent(show),
    editor.onDidChangeCursorSelection(wrote),
  ];
  return {
    dispose() {
      for (const name of events) root.removeEventListener(name, onOutside, true);
      document.removeEventListener("selectionchange", onSelection, true);
      for (const part of parts) part.dispose();
    },
  };
}
