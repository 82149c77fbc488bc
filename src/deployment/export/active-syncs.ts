export interface ActiveSync {
  readonly syncId: string;
  readonly lastUpdatedMs: number;
  readonly status: string;
}

/** Three days after its last call a sync is forgotten. */
const lifetimeMs = 3 * 86_400_000;

/** The data syncs that were called lately. They are kept in memory: a restart forgets them until their next call. */
export class ActiveSyncs {
  private readonly syncs = new Map<string, ActiveSync>();

  update(sync: ActiveSync): void {
    this.syncs.delete(sync.syncId);
    this.syncs.set(sync.syncId, sync);
  }

  /** Newest first. */
  list(nowMs: number): ActiveSync[] {
    return [...this.syncs.values()].filter((sync) => sync.lastUpdatedMs > nowMs - lifetimeMs).reverse();
  }
}
