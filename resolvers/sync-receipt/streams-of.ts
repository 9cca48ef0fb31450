/** The streams of the exchange in the graph's form. */
import type { SyncStreamStatus } from "../../schema/generated/types.ts";
import type { StoredStatus } from "../../store/queries/sync-status.ts";

export function streamsOf({ streams }: Pick<StoredStatus, "streams">): SyncStreamStatus[] {
  return streams.map((stream) => ({
    ...stream,
    direction: stream.direction as SyncStreamStatus["direction"],
  }));
}
