const last = new WeakMap<object, Promise<unknown>>();

/**
 * Runs `task` after every task of the same `owner` that came before. A deployment keeps the place of one snapshot walk
 * only: two at the same time would throw each other's away with every page.
 */
export function inTurn<Value>(owner: object, task: () => Promise<Value>): Promise<Value> {
  const before = last.get(owner) ?? Promise.resolve();
  const mine = before.then(task, task);
  last.set(owner, mine);
  return mine;
}
