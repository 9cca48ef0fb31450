/** Questions of the exchange, for the district. */
import type { SyncConflict } from "../../schema/generated/types.ts";
import { syncConflicts } from "../../store/tables/sync.ts";
import { column, join, orderKey, shapeOf } from "../shape-language.ts";

export const syncConflictShape = shapeOf<SyncConflict>()(
  "SyncConflict",
  { table: syncConflicts, key: [orderKey(syncConflicts.id)] },
  {
    id: { kind: "global-id", type: "SyncConflict" },
    peer: column(syncConflicts.peerId),
    stream: column(syncConflicts.stream),
    recordKey: column(syncConflicts.entityKey),
    field: column(syncConflicts.field),
    kind: column(syncConflicts.kind),
    base: column(syncConflicts.baseValue),
    ours: column(syncConflicts.ourValue),
    theirs: column(syncConflicts.theirValue),
    state: column(syncConflicts.state),
    reason: column(syncConflicts.reason),
    openedAt: column(syncConflicts.openedAt),
    decidedAt: column(syncConflicts.decidedAt),
    decidedBy: column(syncConflicts.decidedBy),
    decision: column(syncConflicts.decision),
    note: column(syncConflicts.note),
    history: {
      kind: "many",
      type: "SyncConflict",
      join: join(
        [syncConflicts.stream, syncConflicts.stream],
        [syncConflicts.entityKey, syncConflicts.entityKey],
      ),
      order: [orderKey(syncConflicts.openedAt), orderKey(syncConflicts.id)],
    },
  },
);
