import type { monaco } from "./monaco.ts";

/** So much of the text stands in the text area while it has no focus. */
const shownLimit = 20_000;
/** Monaco shortens a selection in its text area to about twice this. */
const shortened = 1000;

/**
 * Monaco's text box holds only what is near the caret, and nothing without focus, so whoever fills it from outside
 * (dictation, a form filler, a test) selects all of that little and replaces only it. This keeps the text in the box
 * while nobody types there, and takes a selection of the whole box for a selection of the whole text.
 */
export function followTextArea(editor: monaco.editor.IStandaloneCodeEditor): { dispose: () => void } {
  const root = editor.getDomNode();
  const area = root?.querySelector("textarea.inputarea");
  const model = editor.getModel();
  if (!root || !(area instanceof HTMLTextAreaElement) || !model) return { dispose: () => undefined };

  const show = () => {
    if (document.activeElement === area) return;
    const length = Math.min(model.getValueLength(), shownLimit);
    area.value = model.getValue().slice(0, length);
    area.setSelectionRange(0, 0);
  };
  const selectAll = () => {
    const whole =
      area.value.length > 0 && area.selectionStart === 0 && area.selectionEnd === area.value.length;
    const selection = editor.getSelection();
    if (!whole || !selection) return;
    const length = model.getValueLengthInRange(selection);
    if (length === 0 || (length <= shortened && length !== area.value.length)) {
      editor.setSelection(model.getFullModelRange());
    }
  };
  const onFocus = (event: Event) => event.target === area && selectAll();
  const onInput = (event: Event) => event.target === area && selectAll();
  // Monaco would take it for a selection of the few lines that the box holds.
  const onSelection = () => document.activeElement === area && selectAll();
  const onKey = (event: KeyboardEvent) => {
    if (event.target === area && (event.key === "Delete" || event.key === "Backspace")) selectAll();
  };

  show();
  // In the capture phase of a parent: before Monaco's own listeners on the text area.
  root.addEventListener("focus", onFocus, true);
  root.addEventListener("beforeinput", onInput, true);
  root.addEventListener("keydown", onKey, true);
  document.addEventListener("selectionchange", onSelection, true);
  const parts = [editor.onDidBlurEditorText(show), model.onDidChangeContent(show)];
  return {
    dispose() {
      root.removeEventListener("focus", onFocus, true);
      root.removeEventListener("beforeinput", onInput, true);
      root.removeEventListener("keydown", onKey, true);
      document.removeEventListener("selectionchange", onSelection, true);
      for (const part of parts) part.dispose();
    },
  };
}
