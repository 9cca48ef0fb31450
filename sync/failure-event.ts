/** What a failed push means for its batch. */
import type { BatchEvent } from "./machine.ts";
import type { FailureKind } from "./platform/platform-failure.ts";

/** A refused batch is split while it can be: a poison item must stop itself, not its neighbours. */
const events: Readonly<Record<FailureKind, BatchEvent | "SPLIT_OR_GIVE_UP">> = {
  UNREACHABLE: "NOT_TAKEN",
  THROTTLED: "NOT_TAKEN",
  SUSPENDED: "NOT_TAKEN",
  UNAUTHORISED: "NOT_TAKEN",
  TOO_LARGE: "SPLIT_OR_GIVE_UP",
  REFUSED: "SPLIT_OR_GIVE_UP",
  KEY_REUSED: "GIVE_UP",
  NOT_OFFERED: "GIVE_UP",
  IN_DOUBT: "DOUBT",
  AWAITING_RECEIPT: "DOUBT",
  IN_PROGRESS: "DOUBT",
  UNKNOWN_BATCH: "DOUBT",
  EXPIRED: "DOUBT",
  ABORTED: "DOUBT",
};

/** Pure. @param itemCount of the batch that was pushed. */
export function eventOfFailure(kind: FailureKind, itemCount: number): BatchEvent {
  const event = events[kind];
  if (event !== "SPLIT_OR_GIVE_UP") return event;
  return itemCount > 1 ? "SPLIT" : "GIVE_UP";
}
