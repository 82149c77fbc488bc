import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

const shown = (text: string) =>
  visibleText(text)
    .map((part) => (part.kind === "code" ? `<${part.text}>` : part.text))
    .join("");

test("plain text is one piece, an empty one too", () => {
  expect(visibleText("Grüße 👋 日本")).toEqual([{ kind: "text", text: "Grüße 👋 日本" }]);
  expect(visibleText("")).toEqual([{ kind: "text", text: "" }]);
});

test("line ends and tabs have signs, a Windows line end one", () => {
  expect(shown("a\nb\r\nc\td\r")).toBe("a<↵>b<↵>c<⇥>d<␍>");
});

test("what cannot be seen or turns the line round is spelled", () => {
  expect(shown("a\u200bb\u202ec\u0000\ufeff")).toBe("a<U+200B>b<U+202E>c<U+0000><U+FEFF>");
});

test("half of a surrogate pair is spelled, a whole pair is a character", () => {
  expect(shown("x\ud83dy")).toBe("x<U+D83D>y");
  expect(shown("\udc4b👋")).toBe("<U+DC4B>👋");
});
