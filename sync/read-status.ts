/** Where the exchange stands: peer, streams with their backlog, last runs, last receipts. */
import type { Pool } from "../store/pool.ts";
import { readStoredStatus, type StoredStatus } from "../store/queries/sync-status.ts";

export interface SyncStatusOptions {
  readonly pool: Pool;
  readonly peerId?: string;
  /** How many of the newest runs are told. */
  readonly runCount?: number;
}

/** @returns null before the first exchange. */
export function syncStatus(options: SyncStatusOptions): Promise<StoredStatus | null> {
  return readStoredStatus(options.pool, options.peerId ?? "city", options.runCount ?? 10);
}
