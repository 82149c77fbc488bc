import { monaco } from "./monaco.ts";

const name = "deltascope";

/** Follows the theme of the page from the first editor on; Monaco has one theme for all of its editors. */
let following = false;

export function editorTheme(): string {
  if (!following) {
    following = true;
    define();
    new MutationObserver(define).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["data-theme", "data-contrast"],
    });
    for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
      window.matchMedia(query).addEventListener("change", define);
    }
  }
  return name;
}

function define(): void {
  const token = tokenReader();
  const dark = luminance(token("bg")) < 0.5;
  monaco.editor.defineTheme(name, {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: token("ink").slice(1) },
      { token: "string.key.json", foreground: token("ink-2").slice(1) },
      { token: "string.value.json", foreground: token("ink").slice(1) },
      { token: "number.json", foreground: token("value-number").slice(1) },
      { token: "keyword.json", foreground: token("value-word").slice(1) },
      { token: "delimiter", foreground: token("quiet").slice(1) },
    ],
    colors: {
      "editor.background": token("bg"),
      "editor.foreground": token("ink"),
      "editor.lineHighlightBackground": token("hover"),
      "editor.lineHighlightBorder": token("hover"),
      "editor.selectionBackground": token("selected-line"),
      "editor.inactiveSelectionBackground": token("selected"),
      "editor.findMatchBackground": token("selected-line"),
      "editor.findMatchHighlightBackground": token("selected"),
      "editorBracketMatch.background": token("selected"),
      "editorBracketMatch.border": token("selected-line"),
      // A model takes the colours of brackets up again by itself whatever its options say.
      "editorBracketHighlight.foreground1": token("quiet"),
      "editorBracketHighlight.foreground2": token("quiet"),
      "editorBracketHighlight.foreground3": token("quiet"),
      "editorBracketHighlight.unexpectedBracket.foreground": token("bad-line"),
      "editorCursor.foreground": token("ink"),
      "editorError.foreground": token("bad-line"),
      "editorWarning.foreground": token("warn-line"),
      "editorLineNumber.foreground": token("quiet"),
      "editorLineNumber.activeForeground": token("ink-2"),
      "editorGutter.foldingControlForeground": token("ink-2"),
      "editorWidget.background": token("raised"),
      "editorWidget.foreground": token("ink"),
      "editorWidget.border": token("line-control"),
      "editorHoverWidget.background": token("raised"),
      "editorHoverWidget.border": token("line-control"),
      "editorSuggestWidget.background": token("raised"),
      "editorSuggestWidget.border": token("line-control"),
      "editorSuggestWidget.selectedBackground": token("selected"),
      "editorSuggestWidget.selectedForeground": token("ink"),
      "editorSuggestWidget.highlightForeground": token("accent"),
      "editorSuggestWidget.focusHighlightForeground": token("accent"),
      "list.hoverBackground": token("hover"),
      "input.background": token("bg"),
      "input.foreground": token("ink"),
      "input.border": token("line-control"),
      "inputOption.activeBorder": token("accent"),
      "inputOption.activeForeground": token("accent"),
      "scrollbar.shadow": "#00000000",
      "scrollbarSlider.background": token("line-control"),
      "scrollbarSlider.hoverBackground": token("line-strong"),
      "scrollbarSlider.activeBackground": token("line-strong"),
      focusBorder: token("accent"),
      "widget.shadow": "#00000000",
    },
  });
  monaco.editor.setTheme(name);
}

/** The colours as the page has them now, as `#rrggbb`: Monaco reads no custom properties. */
function tokenReader(): (token: string) => string {
  const probe = document.createElement("span");
  document.body.append(probe);
  const found = new Map<string, string>();
  const names =
    "bg ink ink-2 quiet accent hover selected selected-line line-control line-strong raised bad-line warn-line value-number value-word";
  for (const token of names.split(" ")) {
    probe.style.color = `var(--${token})`;
    found.set(token, hex(getComputedStyle(probe).color));
  }
  probe.remove();
  return (token) => found.get(token) ?? "#808080";
}

function hex(color: string): string {
  const parts = color.match(/[\d.]+/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
    .join("")}`;
}

function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return ((value >> 16) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11) / 255;
}
