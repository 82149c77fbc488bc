/** Something that happens at a moment, in milliseconds since the epoch. */
interface Happening {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Lets things happen in the order of their time; each may arrange for later ones. */
export class Timeline {
  readonly #end: number;
  // A binary heap: thousands of things are waiting at a time, and each brings new ones.
  readonly #heap: Happening[] = [];
  #count = 0;
  #now = 0;

  /** @param end when it is over, in ms since the epoch: what would happen later does not */
  constructor(end: number) {
    this.#end = end;
  }

  /** Whole milliseconds since the epoch. */
  get now(): number {
    return Math.trunc(this.#now);
  }

  at(at: number, happen: () => void): void {
    if (at > this.#end) return;
    this.#count += 1;
    const heap = this.#heap;
    heap.push({ at, order: this.#count, happen });
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap, child, parent)) break;
      swap(heap, child, parent);
      child = parent;
    }
  }

  after(ms: number, happen: () => void): void {
    this.at(this.#now + ms, happen);
  }

  run(): void {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      this.#now = next.at;
      next.happen();
    }
  }

  #take(): Happening | undefined {
    const heap = this.#heap;
    swap(heap, 0, heap.length - 1);
    const first = heap.pop();
    for (let parent = 0; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && isBefore(heap, child, least)) least = child;
      }
      if (least === parent) return first;
      swap(heap, parent, least);
      parent = least;
    }
  }
}

function isBefore(heap: readonly Happening[], a: number, b: number): boolean {
  const left = heap[a] as Happening;
  const right = heap[b] as Happening;
  return left.at === right.at ? left.order < right.order : left.at < right.at;
}

function swap(heap: Happening[], a: number, b: number): void {
  const item = heap[a];
  const other = heap[b];
  if (item === undefined || other === undefined) return;
  heap[a] = other;
  heap[b] = item;
}
