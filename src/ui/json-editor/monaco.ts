// The one place that names Monaco's modules; adding a feature here is what makes the chunk grow.
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/readOnlyMessage/register";
import "monaco-editor/features/suggest/register";
import "monaco-editor/features/wordOperations/register";
import editorWorkerUrl from "monaco-editor/editor/editor.worker?worker&url";
import jsonWorkerUrl from "monaco-editor/language/json/json.worker?worker&url";
import { createWorker } from "#ui/trusted-worker.ts";

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId, label) => createWorker(label === "json" ? jsonWorkerUrl : editorWorkerUrl, label),
};

export * as monaco from "monaco-editor/editor";
export { jsonDefaults } from "monaco-editor/languages/features/json/register";
