import { expect, it, vi } from "vitest";

it("spells ASCII before the tables are there, and says what it needs for the rest", async () => {
  vi.resetModules();
  const { transliterate } = await import("#values/transliterate.ts");
  expect(transliterate("plain")).toBe("plain");
  expect(() => transliterate("é")).toThrow("Call loadTransliteration() before transliterate()");
});

it("spells letters of many scripts in ASCII", async () => {
  const { loadTransliteration, transliterate } = await import("#values/transliterate.ts");
  await loadTransliteration();
  expect(transliterate("Æneid")).toBe("AEneid");
  expect(transliterate("北亰")).toBe("Bei Jing ");
  expect(transliterate("ᔕᓇᓇ")).toBe("shanana");
  expect(transliterate("アリガトゥ")).toBe("arigatou");
  expect(transliterate("Ýĳȴ")).toBe("U[?]");
  expect(transliterate("Город")).toBe("Gorod");
  expect(transliterate("где")).toBe("ghdie");
  expect(transliterate("Ã¼")).toBe("A1/4");
  expect(transliterate("e\u0301")).toBe("e");
  expect(transliterate("a\u2028b")).toBe("a\nb");
  expect(transliterate("a\u03ff😀\ud800b")).toBe("ab");
});
