/** Exchanges with the city platform, for the district. */
import type { SyncRun } from "../../schema/generated/types.ts";
import { syncRuns } from "../../store/tables/sync.ts";
import { column, orderKey, shapeOf } from "../shape-language.ts";

export const syncRunShape = shapeOf<SyncRun>()(
  "SyncRun",
  { table: syncRuns, key: [orderKey(syncRuns.id)] },
  {
    id: { kind: "global-id", type: "SyncRun" },
    peer: column(syncRuns.peerId),
    direction: column(syncRuns.direction),
    stream: column(syncRuns.stream),
    state: column(syncRuns.state),
    startedAt: column(syncRuns.startedAt),
    finishedAt: column(syncRuns.finishedAt),
    read: column(syncRuns.read),
    applied: column(syncRuns.applied),
    unchanged: column(syncRuns.unchanged),
    rejected: column(syncRuns.rejected),
    quarantined: column(syncRuns.quarantined),
    deferred: column(syncRuns.deferred),
    digest: column(syncRuns.digest),
    failure: column(syncRuns.failure),
  },
);
