const words = [
  "ticket",
  "printer",
  "Zürich",
  "delivery",
  "login",
  "refund",
  "naïve",
  '"quoted"',
  "a\\b",
  "Straße",
];

/** Numbers that look random and are the same in every run and engine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Pages as `list_snapshot` gives them, 1,024 documents each, about 0.85 MB a page: a 19-digit `_ts` in every
 * document, digits inside strings, fractions, nested objects, and text in more than one
 * script (in every fourth page beyond Latin-1, which engines keep in twice the memory).
 */
export function makePages(count: number): string[] {
  const random = sequence(42);
  const pick = () => words[Math.floor(random() * words.length)] ?? "";
  const text = (length: number) => Array.from({ length }, pick).join(" ");
  const pages: string[] = [];
  let ts = 1_756_000_000_123_456_789n;
  for (let page = 0; page < count; page++) {
    const documents: string[] = [];
    for (let at = 0; at < 1024; at++) {
      ts += BigInt(1 + Math.floor(random() * 1e9));
      const id = `j57${Math.floor(random() * 2 ** 52)
        .toString(36)
        .padStart(29, "0")}`;
      const fields = {
        _creationTime: Number(ts / 1000n) / 1000,
        _id: id,
        assignee: random() < 0.3 ? null : `k97${id.slice(3)}`,
        body: text(40),
        closed: random() < 0.5,
        contact: { email: `${pick()}@example.com`, phone: `+41${Math.floor(random() * 1e9)}`, visits: 12 },
        digits: "9007199254740993123 and 18446744073709551615",
        priority: Math.floor(random() * 5),
        score: random() * 1000,
        subject: page % 4 === 3 ? `日本 ${text(5)}` : text(5),
        tags: [pick(), pick(), pick()],
      };
      documents.push(`{"_component":"","_table":"tickets","_ts":${ts},${JSON.stringify(fields).slice(1)}`);
    }
    pages.push(
      `{"values":[${documents.join(",")}],"snapshot":${ts},"cursor":"{\\"tablet\\":\\"AAECAw\\"}","hasMore":true}`,
    );
  }
  return pages;
}
