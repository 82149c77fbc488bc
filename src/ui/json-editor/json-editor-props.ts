import type { EditorProblem } from "./editor-problem.ts";

export interface JsonEditorProps {
  /** Name of the text box: "Arguments". */
  label: string;
  /** Name of the group around it, when it needs one. */
  group?: string | undefined;
  value: string;
  onChange?: ((text: string) => void) | undefined;
  readOnly?: boolean | undefined;
  /** JSON Schema of the text: completion, and problems where it does not fit. */
  schema?: unknown;
  /** Ctrl or ⌘ with Enter. */
  onSubmit?: (() => void) | undefined;
  /** Problems that the caller found, beside those of the JSON itself. */
  problems?: readonly EditorProblem[] | undefined;
  /** All problems, the caller's own left out, whenever they change. */
  onProblems?: ((problems: readonly EditorProblem[]) => void) | undefined;
  /** The line the caret is in, and its offset in the text. */
  onCaret?: ((at: { line: number; column: number; offset: number }) => void) | undefined;
  className?: string | undefined;
}
