/** The streams of the exchange in the graph's form. */
import type { SyncStreamStatus } from "../../schema/generated/types.ts";
import type { syncStatus } from "../../sync/read-status.ts";

type Status = NonNullable<Awaited<ReturnType<typeof syncStatus>>>;

export function streamsOf({ streams }: Pick<Status, "streams">): SyncStreamStatus[] {
  return streams.map((stream) => ({
    ...stream,
    direction: stream.direction as SyncStreamStatus["direction"],
  }));
}
