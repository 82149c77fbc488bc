/** Lets so many requests in at a time; the others wait for their turn, in order, and are not turned away. */
export class RequestGate {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.free = limit;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The turn is handed on; nobody who comes now can take it first.
      if (next === undefined) this.free++;
      else next();
    }
  }
}
