import type { monaco } from "./monaco.ts";

/**
 * Nothing is typed that the person did not type: no closing brackets or quotes, no indentation. The edit context is
 * off because with it only pasting is exact; with a text area filling, typing and pasting are.
 */
export const editorOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  editContext: false,
  autoClosingBrackets: "never",
  autoClosingQuotes: "never",
  autoSurround: "never",
  autoIndent: "none",
  acceptSuggestionOnCommitCharacter: false,
  // Enter takes a suggestion only if that changes the text; otherwise it is a new line.
  acceptSuggestionOnEnter: "smart",
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  contextmenu: false,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  folding: true,
  fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontLigatures: false,
  fontSize: 12.5,
  glyphMargin: false,
  guides: { bracketPairs: false, indentation: false },
  hideCursorInOverviewRuler: true,
  insertSpaces: true,
  lineDecorationsWidth: 14,
  lineHeight: 20,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: "off",
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { strings: true, other: true, comments: false },
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  scrollbar: {
    horizontalScrollbarSize: 8,
    verticalScrollbarSize: 8,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  suggest: { showWords: false, showStatusBar: false },
  tabSize: 2,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  wordBasedSuggestions: "off",
};
