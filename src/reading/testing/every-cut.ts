/** All ways to cut a text in two, the uncut text, and the text unit by unit. */
export function everyCut(text: string): string[][] {
  const cuts: string[][] = [[text], [...Array(text.length).keys()].map((at) => text[at]!)];
  for (let at = 1; at < text.length; at++) cuts.push([text.slice(0, at), text.slice(at)]);
  return cuts;
}

/** All ways to cut bytes in two, as streams, and the bytes one by one. */
export function everyByteCut(bytes: Uint8Array): ReadableStream<Uint8Array>[] {
  const cuts: Uint8Array[][] = [[bytes], [...bytes].map((byte) => Uint8Array.of(byte))];
  for (let at = 1; at < bytes.length; at++) cuts.push([bytes.slice(0, at), bytes.slice(at)]);
  return cuts.map(streamOf);
}

export function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
