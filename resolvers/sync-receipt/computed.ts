/** Where the exchange stands: backlog and ledger are worked out by the engine. */
import type { SyncStatus } from "../../schema/generated/types.ts";
import { verifyLedger } from "../../sync/ledger/verify-ledger.ts";
import { syncStatus } from "../../sync/read-status.ts";
import type { ComputedFields } from "../engine-language.ts";
import { streamsOf } from "./streams-of.ts";

export const syncStatusComputed = {
  "Query.syncStatus": async (_args: object, { pool }): Promise<SyncStatus | null> => {
    const status = await syncStatus({ pool, runCount: 1 });
    if (status === null) return null;
    const { peerId: peer, name, level, generation, seenAt, drifts } = status;
    const { runs, head, problems } = await verifyLedger(pool, peer);
    return {
      peer,
      name,
      level,
      generation,
      seenAt,
      streams: streamsOf(status),
      drifts: drifts.map((drift) => ({
        ...drift,
        kind: drift.kind as SyncStatus["drifts"][number]["kind"],
      })),
      ledger: { runs, head, intact: problems.length === 0, problems: [...problems] },
    };
  },
} satisfies ComputedFields;
