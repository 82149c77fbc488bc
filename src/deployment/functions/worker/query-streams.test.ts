import { expect, test } from "vitest";
import { QueryStreams, type StreamRequest } from "./query-streams.ts";

/** A host with so many documents, which are their numbers; notes what it is asked. */
function host(documents: number) {
  const requests: StreamRequest[] = [];
  let given = 0;
  return {
    requests,
    ask: async (request: StreamRequest) => {
      requests.push(request);
      given -= request.unread;
      const count = Math.min(request.max, documents - given);
      const values = Array.from({ length: count }, (_, at) => given + at);
      given += count;
      return { values, done: given === documents };
    },
  };
}

async function take(streams: QueryStreams, id: number, count: number, ask: ReturnType<typeof host>["ask"]) {
  const taken: unknown[] = [];
  for (let at = 0; at < count; at++) {
    const { value, done } = await streams.next(id, ask);
    if (done) break;
    taken.push(value);
  }
  return taken;
}

test("asks for few documents first, then for up to a hundred at once", async () => {
  const streams = new QueryStreams();
  const { requests, ask } = host(1000);
  const id = streams.open({ table: "t" });
  expect(await take(streams, id, 1001, ask)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
  expect(requests.slice(0, 4).map((request) => request.max)).toEqual([8, 32, 100, 100]);
  expect(requests).toHaveLength(12);
});

test("the query goes along with the first request only", async () => {
  const streams = new QueryStreams();
  const { requests, ask } = host(20);
  await take(streams, streams.open({ table: "t" }), 20, ask);
  expect(requests.map((request) => "query" in request)).toEqual([true, false]);
});

test("after a write what was read ahead is given back and asked for again", async () => {
  const streams = new QueryStreams();
  const { requests, ask } = host(20);
  const id = streams.open({});
  expect(await take(streams, id, 3, ask)).toEqual([0, 1, 2]);
  streams.noteWrite();
  expect(await take(streams, id, 2, ask)).toEqual([3, 4]);
  expect(requests.slice(1)[0]).toEqual({ queryId: id, max: 1, unread: 5 });
});

test("a stream that is at its end stays there", async () => {
  const streams = new QueryStreams();
  const { ask } = host(0);
  const id = streams.open({});
  expect(await streams.next(id, ask)).toEqual({ value: null, done: true });
  expect(await streams.next(id, ask)).toEqual({ value: null, done: true });
});

test("an unknown stream is an error", async () => {
  await expect(new QueryStreams().next(3, host(0).ask)).rejects.toThrow("Query stream not found");
});
